/*
 * Tests of what looks like data of a person. All persons, numbers and documents are made up; numbers follow the countries' formats. The
 * innocent texts are in the style of the catalogue and of governments' reports: a guard that cries at a law's number is switched off.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "indicators/base/utf8.h"
#include "indicators/methods/personal_scan.h"
#include "tests/unit/kit.h"

#define MOST 50

/* A text and what is to be marked of it, from left to right, with '|' between. */
static const struct { enum personal_kind kind; const char *fragments, *text; } personal[] = {
	{ PERSONAL_TELEPHONE, "+996 555 123 456", "Call +996 555 123 456 at night" },
	{ PERSONAL_TELEPHONE, "+7 (701) 123-45-67", "+7 (701) 123-45-67" },
	{ PERSONAL_TELEPHONE, "+7 7011234567|+77011234567", "+7 7011234567 or +77011234567" },
	{ PERSONAL_TELEPHONE, "0555 12-34-56", "tel. 0555 12-34-56" },
	{ PERSONAL_TELEPHONE, "8 701 123 45 67", "8 701 123 45 67" },
	{ PERSONAL_TELEPHONE, "8 (727) 272-12-34", "8 (727) 272-12-34" },
	{ PERSONAL_TELEPHONE, "+998 90 123 45 67", "+998 90 123 45 67" },
	{ PERSONAL_TELEPHONE, "+998901234567|+992 918 12 34 56", "+998901234567 and +992 918 12 34 56" },
	{ PERSONAL_TELEPHONE, "+993 65 12-34-56|+993 12 123456", "+993 65 12-34-56, +993 12 123456" },
	{ PERSONAL_TELEPHONE, "90 123-45-67", "90 123-45-67" },
	{ PERSONAL_TELEPHONE, "(312) 62-26-36", "(312) 62-26-36" },
	{ PERSONAL_TELEPHONE, "996555123456", "996555123456" },
	{ PERSONAL_TELEPHONE, "62-26-36", "тел.: 62-26-36" },
	{ PERSONAL_TELEPHONE, "0700123456", "моб. 0700123456" },
	{ PERSONAL_TELEPHONE, "996 700 123 456", "телефон потерпевшей 996 700 123 456" },
	{ PERSONAL_TELEPHONE, "998901234567", "998901234567" },
	{ PERSONAL_TELEPHONE, "00996555123456", "00996555123456" },
	{ PERSONAL_TELEPHONE, "+996(555)123456", "Contact the mother on +996(555)123456." },
	{ PERSONAL_TELEPHONE, "+996-555-12-34-56", "Contact: +996-555-12-34-56" },
	{ PERSONAL_TELEPHONE, "+996 (312) 62-26-36", "+996 (312) 62-26-36" },
	{ PERSONAL_TELEPHONE, "+996 700123456", "+996 700123456" },
	{ PERSONAL_TELEPHONE, "(+996) 555 12 34 56", "(+996) 555 12 34 56" },
	{ PERSONAL_TELEPHONE, "+7 777 123 4567", "+7 777 123 4567" },
	{ PERSONAL_TELEPHONE, "+7-747-123-45-67", "+7-747-123-45-67" },
	{ PERSONAL_TELEPHONE, "+7 (7172) 70-50-60", "+7 (7172) 70-50-60" },
	{ PERSONAL_TELEPHONE, "8(701)1234567", "8(701)1234567" },
	{ PERSONAL_TELEPHONE, "8-701-123-45-67", "8-701-123-45-67" },
	{ PERSONAL_TELEPHONE, "87011234567", "87011234567" },
	{ PERSONAL_TELEPHONE, "77011234567", "77011234567" },
	{ PERSONAL_TELEPHONE, "7 701 123 45 67", "7 701 123 45 67" },
	{ PERSONAL_TELEPHONE, "701 123-45-67", "701 123-45-67" },
	{ PERSONAL_TELEPHONE, "(701) 123 45 67", "(701) 123 45 67" },
	{ PERSONAL_TELEPHONE, "+79161234567", "+79161234567" },
	{ PERSONAL_TELEPHONE, "+7 916 123-45-67", "+7 916 123-45-67" },
	{ PERSONAL_TELEPHONE, "8 (916) 123-45-67", "8 (916) 123-45-67" },
	{ PERSONAL_TELEPHONE, "+992 93 555 12 34", "+992 93 555 12 34" },
	{ PERSONAL_TELEPHONE, "+992918123456", "+992918123456" },
	{ PERSONAL_TELEPHONE, "+992 (37) 221-12-34", "+992 (37) 221-12-34" },
	{ PERSONAL_TELEPHONE, "992918123456", "992918123456" },
	{ PERSONAL_TELEPHONE, "(918) 12-34-56", "(918) 12-34-56" },
	{ PERSONAL_TELEPHONE, "+99365123456", "+99365123456" },
	{ PERSONAL_TELEPHONE, "+993(65)123456", "+993(65)123456" },
	{ PERSONAL_TELEPHONE, "8 65 12-34-56", "8 65 12-34-56" },
	{ PERSONAL_TELEPHONE, "+998 (71) 233-12-34", "+998 (71) 233-12-34" },
	{ PERSONAL_TELEPHONE, "+998-90-123-45-67", "+998-90-123-45-67" },
	{ PERSONAL_TELEPHONE, "998 90 123-45-67", "998 90 123-45-67" },
	{ PERSONAL_TELEPHONE, "(90) 123 45 67", "(90) 123 45 67" },
	{ PERSONAL_TELEPHONE, "90 123 45 67", "90 123 45 67" },
	{ PERSONAL_TELEPHONE, "+90 532 123 45 67", "+90 532 123 45 67" },
	{ PERSONAL_TELEPHONE, "+971 50 123 4567", "+971 50 123 4567" },
	{ PERSONAL_TELEPHONE, "+49 30 901820", "+49 30 901820" },
	{ PERSONAL_TELEPHONE, "00 996 555 12 34 56", "00 996 555 12 34 56" },
	{ PERSONAL_TELEPHONE, "0555123456", "0555123456" },
	{ PERSONAL_TELEPHONE, "0(555)12-34-56", "0(555)12-34-56" },
	{ PERSONAL_TELEPHONE, "0 555 12 34 56", "0 555 12 34 56" },
	{ PERSONAL_TELEPHONE, "0312 62 26 36", "0312 62 26 36" },
	{ PERSONAL_TELEPHONE, "312622636", "phone number: 312622636" },
	{ PERSONAL_TELEPHONE, "555 123 456", "Her phone is 555 123 456." },
	{ PERSONAL_TELEPHONE, "622636", "Tel: 622636" },
	{ PERSONAL_TELEPHONE, "555-123", "телефон: 555-123" },
	{ PERSONAL_TELEPHONE, "62 26 36", "Тел. 62 26 36, спросить сестру" },
	{ PERSONAL_TELEPHONE, "0555 12 34 56", "Номер телефона потерпевшей: 0555 12 34 56" },
	{ PERSONAL_TELEPHONE, "0555-12-34-56", "WhatsApp 0555-12-34-56" },
	{ PERSONAL_TELEPHONE, "＋９９６ ５５５ １２３４５６", "＋９９６ ５５５ １２３４５６" },
	{ PERSONAL_TELEPHONE, "+996 555 12–34–56", "+996 555 12–34–56" },
	{ PERSONAL_TELEPHONE, "+996\u200b555\u200b123456", "+996\u200b555\u200b123456" },
	{ PERSONAL_TELEPHONE, "+996555123456", "The number(+996555123456)belongs to her." },
	{ PERSONAL_TELEPHONE, "996 (312) 62 26 36", "996 (312) 62 26 36" },
	{ PERSONAL_TELEPHONE, "(996-312) 62-26-36", "Тел. (996-312) 62-26-36" },
	{ PERSONAL_TELEPHONE, "+996-312-62-26-36", "+996-312-62-26-36 (доб. 12)" },
	{ PERSONAL_TELEPHONE, "(50) 100-20-30", "(50) 100-20-30" },
	{ PERSONAL_PASSPORT, "N12345678", "Passport N12345678" },
	{ PERSONAL_PASSPORT, "N12345678", "N12345678 issued" },
	{ PERSONAL_PASSPORT, "12345678", "паспорт № 12345678" },
	{ PERSONAL_PASSPORT, "AN1234567|ID 1234567", "AN1234567 and ID 1234567" },
	{ PERSONAL_PASSPORT, "АN1234567", "АN1234567 (кириллица)" },
	{ PERSONAL_PASSPORT, "АВ 1234567", "паспорт АВ 1234567" },
	{ PERSONAL_PASSPORT, "I-AŞ 123456", "I-AŞ 123456" },
	{ PERSONAL_PASSPORT, "II-AH № 654321", "II-AH № 654321" },
	{ PERSONAL_PASSPORT, "AA1234567", "AA1234567" },
	{ PERSONAL_PASSPORT, "A1234567", "A1234567" },
	{ PERSONAL_PASSPORT, "400123456", "passport 400123456" },
	{ PERSONAL_PASSPORT, "А № 1234567", "паспорт серии А № 1234567" },
	{ PERSONAL_PASSPORT, "4509 123456", "паспорт 4509 123456" },
	{ PERSONAL_PASSPORT, "N 12345678", "passport No. N 12345678" },
	{ PERSONAL_PASSPORT, "N1234567", "Passport No N1234567" },
	{ PERSONAL_PASSPORT, "N 12345678", "паспорт N 12345678, выдан" },
	{ PERSONAL_PASSPORT, "AN 1234567", "AN 1234567" },
	{ PERSONAL_PASSPORT, "AC1234567", "AC1234567" },
	{ PERSONAL_PASSPORT, "АС1234567", "АС1234567" },
	{ PERSONAL_PASSPORT, "ID1234567", "ID1234567" },
	{ PERSONAL_PASSPORT, "ID № 1234567", "ID № 1234567" },
	{ PERSONAL_PASSPORT, "PE1234567", "PE1234567" },
	{ PERSONAL_PASSPORT, "А1234567", "А1234567" },
	{ PERSONAL_PASSPORT, "A12345678", "passport A12345678" },
	{ PERSONAL_PASSPORT, "А № 12345678", "паспорт А № 12345678" },
	{ PERSONAL_PASSPORT, "400123456", "passport number 400123456" },
	{ PERSONAL_PASSPORT, "AN1234567", "паспортные данные: AN1234567" },
	{ PERSONAL_PASSPORT, "012345678", "удостоверение личности № 012345678" },
	{ PERSONAL_PASSPORT, "АН № 123456", "свидетельство о рождении АН № 123456" },
	{ PERSONAL_PASSPORT, "I-AS 123456", "I-AS 123456" },
	{ PERSONAL_PASSPORT, "I–AŞ № 123456", "I–AŞ № 123456" },
	{ PERSONAL_PASSPORT, "И-АШ 123456", "И-АШ 123456" },
	{ PERSONAL_PASSPORT, "IV-MR 654321", "IV-MR 654321" },
	{ PERSONAL_PASSPORT, "AB 1234567", "AB 1234567" },
	{ PERSONAL_PASSPORT, "АВ1234567", "АВ1234567" },
	{ PERSONAL_PASSPORT, "FA1234567", "FA1234567" },
	{ PERSONAL_PASSPORT, "KA1234567", "KA1234567" },
	{ PERSONAL_PASSPORT, "AD № 1234567", "Паспорт AD № 1234567 выдан УВД" },
	{ PERSONAL_PASSPORT, "041234567", "удостоверение личности 041234567 выдано МВД" },
	{ PERSONAL_PASSPORT, "1234567", "свидетельство № 1234567" },
	{ PERSONAL_PASSPORT, "012345678", "удостоверение № 012345678" },
	{ PERSONAL_IDENTITY, "930512300123", "ИИН 930512300123" },
	{ PERSONAL_IDENTITY, "123456789012", "IIN: 123456789012" },
	{ PERSONAL_IDENTITY, "025600123", "ИНН 025600123" },
	{ PERSONAL_IDENTITY, "12345678901234", "ИНН: 12345678901234" },
	{ PERSONAL_IDENTITY, "31205981234567", "ПИНФЛ 31205981234567" },
	{ PERSONAL_IDENTITY, "21205199800123", "21205199800123" },
	{ PERSONAL_IDENTITY, "11205199800123", "11205199800123 12" },
	{ PERSONAL_IDENTITY, "930512300123", "IIN 930512300123" },
	{ PERSONAL_IDENTITY, "930512 300123", "ИИН: 930512 300123" },
	{ PERSONAL_IDENTITY, "930512300123", "ЖСН 930512300123" },
	{ PERSONAL_IDENTITY, "21205199800123", "PIN 21205199800123" },
	{ PERSONAL_IDENTITY, "21205199800123", "ПИН: 21205199800123" },
	{ PERSONAL_IDENTITY, "21205199800123", "ИНН 21205199800123" },
	{ PERSONAL_IDENTITY, "21205199800123", "21205199800123." },
	{ PERSONAL_IDENTITY, "31205981234567", "31205981234567" },
	{ PERSONAL_IDENTITY, "51205011234567", "PINFL: 51205011234567" },
	{ PERSONAL_IDENTITY, "31205981234567", "JShShIR 31205981234567" },
	{ PERSONAL_IDENTITY, "025600123", "РМА 025600123" },
	{ PERSONAL_IDENTITY, "025600123", "INN 025600123" },
	{ PERSONAL_IDENTITY, "123456789", "Идентификационный номер 123456789" },
	{ PERSONAL_IDENTITY, "1234567890", "national identity number: 1234567890" },
	{ PERSONAL_IDENTITY, "930512300126", "ИИН № 930512300126" },
	{ PERSONAL_IDENTITY, "930512300126", "930512300126" },
	{ PERSONAL_IDENTITY, "990101300112", "990101300112." },
	{ PERSONAL_IDENTITY, "851231401238", "851231401238 in the file" },
	{ PERSONAL_IDENTITY, "900101300811", "Her number 900101300811 was checked." },
	{ PERSONAL_IDENTITY, "700707100067", "700707100067" },
	{ PERSONAL_BIRTH, "12 May 1998", "born on 12 May 1998" },
	{ PERSONAL_BIRTH, "12.05.1998", "date of birth: 12.05.1998" },
	{ PERSONAL_BIRTH, "1998-05-12", "DOB 1998-05-12" },
	{ PERSONAL_BIRTH, "12 мая 1998", "родилась 12 мая 1998 года в Оше" },
	{ PERSONAL_BIRTH, "12.05.1998", "родился 12.05.1998" },
	{ PERSONAL_BIRTH, "1998 г.р.", "1998 г.р." },
	{ PERSONAL_BIRTH, "1998 г. р.", "1998 г. р." },
	{ PERSONAL_BIRTH, "1998 года рождения", "1998 года рождения" },
	{ PERSONAL_BIRTH, "12.05.1998 г.р.", "12.05.1998 г.р., гражданка" },
	{ PERSONAL_BIRTH, "12/05/1998", "дата рождения 12/05/1998" },
	{ PERSONAL_BIRTH, "May 12, 1998", "May 12, 1998 (dob unknown) x" },
	{ PERSONAL_BIRTH, "3 March 2001", "She was born on 3 March 2001." },
	{ PERSONAL_BIRTH, "03.03.2001", "He was born 03.03.2001 in Osh" },
	{ PERSONAL_BIRTH, "2001-03-03", "Born: 2001-03-03" },
	{ PERSONAL_BIRTH, "3rd of March 2001", "born 3rd of March 2001" },
	{ PERSONAL_BIRTH, "March 3, 2001", "born March 3, 2001" },
	{ PERSONAL_BIRTH, "March 3rd, 2001", "born on March 3rd, 2001" },
	{ PERSONAL_BIRTH, "03/03/2001", "birthday 03/03/2001" },
	{ PERSONAL_BIRTH, "3-3-2001", "date of birth 3-3-2001" },
	{ PERSONAL_BIRTH, "03.03.01", "Date of Birth: 03.03.01" },
	{ PERSONAL_BIRTH, "3 марта 2001", "родившаяся 3 марта 2001 года" },
	{ PERSONAL_BIRTH, "03.03.2001", "родившийся 03.03.2001" },
	{ PERSONAL_BIRTH, "«03» марта 2001", "родившейся «03» марта 2001 г." },
	{ PERSONAL_BIRTH, "03.03.2001", "Дата рождения: 03.03.2001" },
	{ PERSONAL_BIRTH, "3 марта 2001", "дата её рождения — 3 марта 2001 г." },
	{ PERSONAL_BIRTH, "3 марта 2001", "рождена 3 марта 2001" },
	{ PERSONAL_BIRTH, "3 марта 2001 года рождения", "3 марта 2001 года рождения" },
	{ PERSONAL_BIRTH, "03.03.2001 года рождения", "03.03.2001 года рождения" },
	{ PERSONAL_BIRTH, "2001 г.р.", "2001 г.р." },
	{ PERSONAL_BIRTH, "2001г.р.", "2001г.р." },
	{ PERSONAL_BIRTH, "2001 г/р", "2001 г/р" },
	{ PERSONAL_BIRTH, "2001 гр", "2001 гр" },
	{ PERSONAL_BIRTH, "2001 года рождения", "2001 года рождения, уроженка" },
	{ PERSONAL_BIRTH, "2001 г. рождения", "2001 г. рождения" },
	{ PERSONAL_BIRTH, "03.03.2001, dob", "03.03.2001, dob" },
	{ PERSONAL_BIRTH, "12 May 1998", "12 May 1998 (date of birth)" },
	{ PERSONAL_BIRTH, "12.05.1998", "12.05.1998 — дата рождения" },
	{ PERSONAL_BIRTH, "1998 г.р.", "Айгуль, 1998 г.р., признана потерпевшей" },
	{ PERSONAL_NAME, "Anna K.", "Victim Anna K. was helped" },
	{ PERSONAL_NAME, "Anna K.", "the victim, Anna K., was" },
	{ PERSONAL_NAME, "Anna", "the victim, Anna, was referred" },
	{ PERSONAL_NAME, "Aigul", "victim named Aigul" },
	{ PERSONAL_NAME, "Иванова А.Б.", "потерпевшая Иванова А.Б. обратилась" },
	{ PERSONAL_NAME, "Айгуль К.", "потерпевшей Айгуль К." },
	{ PERSONAL_NAME, "Иванова А.Б.", "гр. Иванова А.Б." },
	{ PERSONAL_NAME, "Каримова", "гражданка Каримова" },
	{ PERSONAL_NAME, "Каримова", "г-жа Каримова" },
	{ PERSONAL_NAME, "Каримовой А.", "г-же Каримовой А." },
	{ PERSONAL_NAME, "Anna K.", "Anna K., a victim of trafficking" },
	{ PERSONAL_NAME, "Айгуль Б.", "Айгуль Б., жертва торговли людьми" },
	{ PERSONAL_NAME, "Б. Айгуль", "потерпевшую Б. Айгуль" },
	{ PERSONAL_NAME, "Иванова Анна Петровна", "Иванова Анна Петровна, потерпевшая" },
	{ PERSONAL_NAME, "Айгуль", "девушка по имени Айгуль" },
	{ PERSONAL_NAME, "Dilnoza", "a girl named Dilnoza" },
	{ PERSONAL_NAME, "Anna|Dina", "victims Anna and Dina" },
	{ PERSONAL_NAME, "Иванова А.|Петрова Б.", "жертвы Иванова А. и Петрова Б." },
	{ PERSONAL_NAME, "Karimova", "Ms. Karimova told" },
	{ PERSONAL_NAME, "Нурбековой Айгуль Асановны", "пострадавшей Нурбековой Айгуль Асановны" },
	{ PERSONAL_NAME, "Айгуль Нурлан кызы", "жертва — Айгуль Нурлан кызы" },
	{ PERSONAL_NAME, "Anna Petrova", "Victim's name: Anna Petrova" },
	{ PERSONAL_NAME, "Иванова Анна", "ФИО: Иванова Анна" },
	{ PERSONAL_NAME, "Aigul", "Victim Aigul was found in the market." },
	{ PERSONAL_NAME, "Aigul Bekova", "victim Aigul Bekova" },
	{ PERSONAL_NAME, "Aigul Nurlan kyzy", "The victim Aigul Nurlan kyzy" },
	{ PERSONAL_NAME, "Aigul", "victim: Aigul" },
	{ PERSONAL_NAME, "Dilnoza K.", "survivor Dilnoza K. received help" },
	{ PERSONAL_NAME, "Dilnoza Karimova", "the survivor, Dilnoza Karimova, spoke" },
	{ PERSONAL_NAME, "Nargiza T.", "complainant Nargiza T." },
	{ PERSONAL_NAME, "Anna K.|Dina S.|Leyla", "victims Anna K., Dina S. and Leyla" },
	{ PERSONAL_NAME, "Anna", "One victim (Anna) was lodged in a shelter" },
	{ PERSONAL_NAME, "Anna K.", "the trafficked girl Anna K." },
	{ PERSONAL_NAME, "A. Bekova", "The minor victim, A. Bekova, was heard" },
	{ PERSONAL_NAME, "Dilnoza", "A woman called Dilnoza was sold" },
	{ PERSONAL_NAME, "Karimova", "Mrs Karimova and her son" },
	{ PERSONAL_NAME, "Aigul Bekova", "Miss Aigul Bekova" },
	{ PERSONAL_NAME, "Bekova A.", "citizen Bekova A." },
	{ PERSONAL_NAME, "Айгуль", "потерпевшая Айгуль" },
	{ PERSONAL_NAME, "Айгуль Бековой", "потерпевшей Айгуль Бековой" },
	{ PERSONAL_NAME, "Бекову А. Н.", "потерпевшую Бекову А. Н." },
	{ PERSONAL_NAME, "Беков Нурлан Асанович", "потерпевший Беков Нурлан Асанович" },
	{ PERSONAL_NAME, "Бекова Н.А.", "потерпевшего Бекова Н.А." },
	{ PERSONAL_NAME, "Н.А. Бекову", "потерпевшему Н.А. Бекову" },
	{ PERSONAL_NAME, "Бекове Н.", "о потерпевшем Бекове Н." },
	{ PERSONAL_NAME, "Айгуль", "пострадавшая, Айгуль, обратилась" },
	{ PERSONAL_NAME, "Бекова", "пострадавшего Бекова" },
	{ PERSONAL_NAME, "Бекову А.|Асанову Б.", "пострадавшим Бекову А. и Асанову Б. выплачено" },
	{ PERSONAL_NAME, "Дилноза", "Жертва Дилноза вернулась" },
	{ PERSONAL_NAME, "Дилнозу", "жертву Дилнозу" },
	{ PERSONAL_NAME, "Дилнозе К.", "жертве Дилнозе К." },
	{ PERSONAL_NAME, "Дилнозы К.", "жертвы Дилнозы К." },
	{ PERSONAL_NAME, "Айгуль Б.", "несовершеннолетняя потерпевшая Айгуль Б." },
	{ PERSONAL_NAME, "Бековой А.", "гражданке Бековой А." },
	{ PERSONAL_NAME, "Бекову", "гражданку Бекову" },
	{ PERSONAL_NAME, "Бекова", "гр-ка Бекова" },
	{ PERSONAL_NAME, "Бековой А.Н.", "гр-ки Бековой А.Н." },
	{ PERSONAL_NAME, "Беков", "гр. Беков" },
	{ PERSONAL_NAME, "Бековой", "г-жи Бековой" },
	{ PERSONAL_NAME, "Бекову А.", "г-жу Бекову А." },
	{ PERSONAL_NAME, "Бекова", "госпожа Бекова" },
	{ PERSONAL_NAME, "Бекова Айгуль Нурлановна", "ФИО Бекова Айгуль Нурлановна" },
	{ PERSONAL_NAME, "Дилноза", "по имени Дилноза" },
	{ PERSONAL_NAME, "Мадина", "девочка по имени Мадина" },
	{ PERSONAL_NAME, "Мадина К.", "несовершеннолетняя девочка Мадина К." },
	{ PERSONAL_NAME, "Бекова А.Н.", "Бекова А.Н., потерпевшая по делу" },
	{ PERSONAL_NAME, "Бекова А.Н.", "Бекова А.Н. (потерпевшая)" },
	{ PERSONAL_NAME, "Айгуль Бекова-Асанова", "Айгуль Бекова-Асанова, потерпевшая" },
	{ PERSONAL_NAME, "Анна-Мария К.", "потерпевшая Анна-Мария К." },
	{ PERSONAL_NAME, "БЕКОВА А.Н.", "ПОТЕРПЕВШАЯ БЕКОВА А.Н." },
	{ PERSONAL_NAME, "Бекова Анна Петровна", "Мать потерпевшей, Бекова Анна Петровна, сообщила" },
	{ PERSONAL_NAME, "Ivan Petrov-Vodkin's", "victim Ivan Petrov-Vodkin's mother" },
	{ PERSONAL_NAME, "Anna Petrova", "Anna Petrova, a victim of forced labour" },
	{ PERSONAL_NAME, "Айгуль Бекова", "Айгуль Бекова — жертва трудовой эксплуатации" },
};

static const char *const innocent[] = {
	"Law of the Kyrgyz Republic No. 55 of 17 March 2005 \"On Preventing and Combating Trafficking in Human Beings\"",
	"Закон № 154-I от 17.03.2005",
	"Закон Республики Казахстан от 04.07.2013 № 127-V «О внесении изменений»",
	"ст. 128 УК РК, ч. 3 ст. 169 УПК",
	"Постановление Правительства № 138 от 24 февраля 2021 года",
	"Order No. 245/1 of 12.05.1998",
	"Budget: 12 345 678 tenge; 996 555 123 456 som",
	"бюджет 1 250 000 000 сум, исполнено 998 901 234 567 сум",
	"In 2019-2023 the ministry trained 1,234 officers",
	"1132486 (928769-1591338)",
	"hotline 11616, 189, 1148 and 150",
	"Minister A. Karimov chaired the meeting",
	"Министр внутренних дел А. Каримов",
	"Victims are referred to the Ministry of Internal Affairs",
	"Потерпевшим предоставляется помощь Министерством здравоохранения",
	"по жалобе потерпевшей Верховный суд отменил приговор",
	"Victim Support Fund and the Victim Assistance Centre",
	"Victim Protection Act 2013",
	"Law \"On Victims of Trafficking\"",
	"Every victim, Kazakhstan reports, has a right",
	"the victim. Police then",
	"Children born after 1 January 2010 are entitled",
	"дети, родившиеся после 01.01.2010",
	"Закон о регистрации рождения от 12.05.2010",
	"birth certificate No. 123456 law of 12.05.2010",
	"2023: 45 victims, 2024: 50 victims (women 30, men 20)",
	"ISO 2022-05-12 and 2023-01-31",
	"rate of 12.5 per 100,000",
	"(33-34-35) tables 10-12",
	"Resolution 1325 (2000)",
	"registration number 12345678",
	"рег. № 1234567",
	"No. N 12345678 of the register",
	"ГОСТ 12345-67, код 87.90.3",
	"14 000 000 000 000 сум",
	"document A/RES/55/25, CAC/COSP/2023/1",
	"UN Doc. A/55/383",
	"EU 1500000",
	"USD 1234567, EUR 7654321",
	"US 2500000 million",
	"IBAN KZ86125KZT5004100100",
	"ISBN 978-92-1-130346-9",
	"doi 10.1016/j.1234.2020.123456",
	"http://adilet.zan.kz/rus/docs/Z1300000127",
	"https://cbd.minjust.gov.kg/112345",
	"20250101123000 run",
	"БИН 930540000123",
	"потерпевшая сторона, потерпевшие от торговли людьми",
	"гражданка Узбекистана, гражданин Российской Федерации",
	"гражданка РК",
	"Гражданский кодекс",
	"Victims in Almaty, Bishkek and Osh",
	"the victim; Osh shelter",
	"Г-жа министр труда",
	"Victim statement forms",
	"Women and girls named in the plan",
	"центр имени Айтматова",
	"Юридическая помощь потерпевшим в г. Алматы, ул. Абая, 10",
	"Victim A and victim B",
	"Жертва 1, жертва 2",
	"The national referral mechanism was adopted by Government Resolution No. 101 of 5 March 2019.",
	"In 2023 police identified 45 victims, of whom 30 were women and 15 men.",
	"Article 123 of the Criminal Code (as amended on 12.03.2020, No. 45).",
	"Article 171 of the Code of Administrative Offences",
	"The budget was 125,400,000 som, 94.3% of which was spent.",
	"The hotline 189 is free of charge and answers in four languages.",
	"Calls to 11616 from abroad go through +800.",
	"The Ministry of Labour, Social Protection and Migration runs two shelters.",
	"Supreme Court Plenum Resolution of 29 December 2012 No. 7",
	"Shelters in Almaty, Astana, Shymkent and Aktobe have 120 beds.",
	"The Palermo Protocol was ratified on 4 July 2008.",
	"See Annex 2, table 3, rows 10-12, pp. 33-35.",
	"The plan for 2022-2024 was approved on 2022-01-15.",
	"ILO Conventions No. 29, 105, 138 and 182 are in force.",
	"UNTOC, Art. 18; PP Arts. 6, 7 and 8.",
	"From 01.01.2020 to 31.12.2023, 1 234 cases were opened.",
	"Deputy Minister B. Nurlanov chairs the working group on victims.",
	"The Ombudsperson, Ms. A. Karimova, Deputy Chair, published a report.",
	"Victims receive services under the Standard of 24 February 2016.",
	"Victim Support Europe trained 25 officers.",
	"the victim. Almaty police opened a case",
	"Every identified victim in Kazakhstan receives a coordinator.",
	"For each victim, Social Services open a file.",
	"To become a victim, Uzbekistan's code says, no consent is needed.",
	"Victims Fund, Crime Victims Act, Trafficking Victims Protection Act",
	"The Victim Identification Form was revised in 2021.",
	"The victim's rights are set out in Article 71.",
	"Victims of Trafficking in Persons",
	"\"Sana Sezim\" legal centre and the public fund \"Golden Goal\" assist victims.",
	"The project of IOM and USAID trained 1200 staff in 14 regions.",
	"Women named in the report as victims were 12.",
	"children born before 1 September 2012",
	"Law on Birth Registration of 12 May 2010",
	"The register contains 25 300 000 records.",
	"GDP was 220 347 000 000 dollars",
	"Percent: 45.67 (in 2022: 39.12)",
	"Case file 1-234/2023, verdict of 14.03.2023",
	"Criminal case No. 1-45-22/123",
	"Bank account 1234567890123456",
	"Order 555-12 of the Ministry",
	"coordinates 42.8746, 74.5698",
	"Version 1.2.3.4 of 2023-05-06 12:30:45",
	"E/CN.15/2023/10 and A/HRC/44/45/Add.1",
	"Sustainable Development Goal 16.2.2, series VC_HTF_DETV",
	"Telephone interviews: 1 200",
	"The telephone line worked 365 days.",
	"A telephone survey of 2 000 persons in 2022",
	"Passports were issued to 1234567 citizens.",
	"The passport costs 1 500 000 sum.",
	"biometric passport since 2021",
	"ID cards for 1234 victims",
	"identity documents of 250 foreigners",
	"Mr. Karimov, Head of Department",
	"President S. Japarov signed the law",
	"under Presidential Decree No. PF-5775 of 30 July 2019",
	"Resolution No. PP-4354, PQ-4354, UP-5775",
	"СЭД № 14-2-15/1234",
	"Закон Республики Таджикистан от 26 июля 2014 года № 1096",
	"Закон Кыргызской Республики от 17 марта 2005 года № 55",
	"Постановление Кабинета Министров РУз № 257 от 05.07.2008",
	"Указ Президента Республики Узбекистан от 30.07.2019 № УП-5775",
	"приказ МВД РК от 23.09.2015 г. № 786",
	"ст. 171 УК КР, п. 2 ч. 3, подп. 1)",
	"Статья 130-1 Уголовного кодекса",
	"В 2023 году выявлено 45 жертв, из них 30 женщин и 15 мужчин.",
	"Жертвам торговли людьми оказывается помощь в приютах г. Алматы и г. Шымкент.",
	"Потерпевшие получают помощь в Кризисном центре «Сезим».",
	"Потерпевшим Министерство внутренних дел предоставляет охрану.",
	"Потерпевшей Государство возмещает вред по ст. 71.",
	"по делу потерпевшей Бишкекский городской суд",
	"Горячая линия 189, 1148, 11616 — бесплатно.",
	"Телефон доверия 150, 116 111",
	"Горячая линия: +996 312 66 99 99",
	"Единый номер 8 800 080 7777",
	"Бюджет — 12 345,6 тыс. сомони, исполнен на 98,7 %.",
	"бюджет 87012345678 тенге",
	"из бюджета выделено 996 555 123 000 сомов",
	"Министр труда Г. Бейшеналиева",
	"Заместитель министра юстиции А.Б. Каримов о помощи потерпевшим",
	"судья Иванов И.И. рассмотрел дело потерпевшей",
	"прокурор области Асанов А. опротестовал приговор по жалобе потерпевших",
	"Следователь А. Беков допросил потерпевшую",
	"Потерпевшую опросил следователь А. Беков",
	"протокол № 12 от 01.02.2023",
	"на 2021–2023 годы, с 01.01.2021",
	"дети, родившиеся после 1 января 2010 года",
	"закон о регистрации рождения от 12.05.2010 № 112",
	"свидетельства о рождении выданы 123 детям",
	"год рождения указан у 45 детей",
	"дата рождения не указывается; закон от 12.05.2010",
	"лица старше 18 лет, 2005 год",
	"в 2005 г. работало 12 приютов",
	"2005 г. рассмотрено 12 дел",
	"2019 год, 2020 г., 2021 г. — рост",
	"гражданка иностранного государства",
	"гражданин Республики Узбекистан",
	"Гражданки Кыргызской Республики составляют 60 %",
	"женщины и девочки из Андижана и Оша",
	"девочка 12 лет, Ош",
	"Жертва, Алматы, 2023",
	"Центр «Дина» принял 12 потерпевших",
	"ОФ «Сана Сезим», ОО «Мусаада»",
	"улица Абая, 10; ул. Ч. Айтматова",
	"институт имени А. Навои помогает жертвам",
	"Потерпевшие (ст. 71 УПК) и свидетели",
	"Жертва А., жертва Б.",
	"потерпевшая А.Б.",
	"the victim A.B.",
	"Тысяча жертв за 2015-2020 гг.",
	"код ОКЭД 87.90.3, КАТО 750000000",
	"20 500 000 и 90 120 450 300",
	"2 000, 3 000, 4 000 и 5 000 человек",
	"12-14 мая 2023 г.",
	"Форма № 1-М, утверждена 12.12.2012",
	"Меморандум от 5 мая 2021 г. между МВД и МОМ",
	"Victim 12345678 in the anonymous register",
	"https://www.unodc.org/documents/data-and-analysis/glotip/2022/GLOTiP_2022_web.pdf",
	"https://example.org/doc?id=1234567&x=AN",
	"UN Women, UNICEF and UNHCR",
	"Kazakhstan 🇰🇿 2023 — 45 victims 🙂",
	"受害者 安娜 2023",
	"the 7 777 777 inhabitants",
	"population of 19 766 807, 7 037 590 and 36 412 350",
	"\"Sana Sezim\", victim support centre",
	"Sana Sezim, victim support in Shymkent",
	"50 100 20 30",
	"Dr. Anna Petrova, victim advocate",
	"Потерпевшая А. рассказала о вербовке",
	"Кодекс РК от 26.12.2011 № 518-IV «О браке (супружестве) и семье»",
	"Телефон горячей линии: +996 312 66 99 99",
	"8-800-080-77-77, 1-800-555-0199",
	"кадастровый номер 1-02-03-0045-0067",
	"счёт 1250820012345678",
	"Act of 12.05.1998 — on dates",
	"The victim (see Annex 3) received 12.05.2020 a decision",
	"Victim and Witness Protection Programme; Victims' Rights Directive",
	"Жертва торговли людьми имеет право на помощь. Министерство труда ведёт реестр.",
	"Пострадавшая сторона обратилась в Бишкекскую областную прокуратуру",
	"потерпевшая обратилась в Первомайский районный суд г. Бишкека",
	"в отношении потерпевшей. Судья Токтомушев А. удовлетворил иск",
	"a victim from Naryn was helped",
	"допрос потерпевшей в Нарыне",
	"жертве из Нарына и потерпевшей в Караколе",
	"8 800 080 77 77",
	"hotline 11616, 189, 1148",
	"горячая линия 116 111",
	"N 12345678, паспорт",
	"день рождения 3 марта",
};

static struct personal_mark marks[MOST];

START_TEST(what_looks_like_data_of_a_person_is_marked_exactly)
{
	for (size_t i = 0; i < sizeof personal / sizeof *personal; i++) {
		const char *text = personal[i].text;
		size_t count = personal_find(text, marks, MOST), length = 0;
		char found[500] = "";

		for (size_t k = 0; k < count; k++) {
			length += (size_t)snprintf(found + length, sizeof found - length, "%s%.*s", k > 0 ? "|" : "", (int)marks[k].length, text + marks[k].start);
			ck_assert_msg(marks[k].kind == personal[i].kind, "%s: a mark of kind %s", text, personal_kind_name(marks[k].kind));
		}
		ck_assert_msg(strcmp(found, personal[i].fragments) == 0, "%s: marked \"%s\"", text, found);
	}
	ck_assert_uint_ge(sizeof personal / sizeof *personal, 150);
}
END_TEST

/* The same within a longer text: neither what stands before nor what follows hides it. */
START_TEST(marks_do_not_depend_on_other_sentences)
{
	char text[2000];
	size_t i;

	for (i = 0; i < sizeof personal / sizeof *personal; i++) {
		size_t count = personal_find(personal[i].text, marks, MOST), start = marks[0].start, again;
		int before = snprintf(text, sizeof text, "The act of 17 March 2005 is in force.\n");

		snprintf(text + before, sizeof text - (size_t)before, "%s\nВ 2023 году выявлено 45 жертв.", personal[i].text);
		again = personal_find(text, marks, MOST);
		ck_assert_msg(again == count && marks[0].start == start + (size_t)before, "%s", text);
	}
}
END_TEST

START_TEST(laws_figures_and_institutions_are_left_alone)
{
	for (size_t i = 0; i < sizeof innocent / sizeof *innocent; i++) {
		size_t count = personal_find(innocent[i], marks, MOST);

		ck_assert_msg(count == 0, "%s: \"%.*s\" is marked as %s", innocent[i], (int)marks[0].length, innocent[i] + marks[0].start,
			personal_kind_name(marks[0].kind));
	}
	ck_assert_uint_ge(sizeof innocent / sizeof *innocent, 100);
}
END_TEST

static char *read_file(const char *path)
{
	FILE *file = fopen(path, "r");
	char *text = calloc(1, 1u << 20);

	ck_assert_ptr_nonnull(file);
	ck_assert_ptr_nonnull(text);
	ck_assert_uint_lt(fread(text, 1, (1u << 20) - 1, file), (1u << 20) - 1);
	fclose(file);
	return text;
}

static void is_innocent(const char *name, const char *text)
{
	if (personal_find(text, marks, MOST) > 0)
		ck_abort_msg("%s: \"%.*s\" is marked as %s", name, (int)marks[0].length, text + marks[0].start, personal_kind_name(marks[0].kind));
}

/* Both as the files are wrapped and as a page shows them, on one line. */
START_TEST(the_shipped_catalogues_are_left_alone)
{
	static const char *const folders[] = { "trafficking", "ihr", "sdg" };
	size_t files = 0;

	for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
		char path[4200];
		DIR *folder;
		struct dirent *entry;

		snprintf(path, sizeof path, "indicators/catalogue/%s", folders[i]);
		folder = opendir(kit_root(path));
		ck_assert_ptr_nonnull(folder);
		while ((entry = readdir(folder)) != NULL) {
			char *text;

			if (strstr(entry->d_name, ".yaml") == NULL)
				continue;
			snprintf(path, sizeof path, "indicators/catalogue/%s/%s", folders[i], entry->d_name);
			text = read_file(kit_root(path));
			is_innocent(entry->d_name, text);
			for (char *c = text; *c != '\0'; c++)
				if (*c == '\n')
					*c = ' ';
			is_innocent(entry->d_name, text);
			free(text);
			files++;
		}
		closedir(folder);
	}
	ck_assert_uint_gt(files, 80);
}
END_TEST

START_TEST(no_text_and_no_room_give_no_marks)
{
	ck_assert_uint_eq(personal_find(NULL, marks, MOST), 0);
	ck_assert_uint_eq(personal_find("", marks, MOST), 0);
	ck_assert_uint_eq(personal_find("+996 555 123 456", marks, 0), 0);
	ck_assert_uint_eq(personal_find("+996 555 123 456, +996 555 123 457, +996 555 123 458", marks, 2), 2);
}
END_TEST

/* Marks are in order, apart, and cut no character. */
static void are_sound(const char *text, size_t count)
{
	size_t end = 0, length = strlen(text);

	for (size_t i = 0; i < count; i++) {
		ck_assert_uint_ge(marks[i].start, end);
		ck_assert_uint_gt(marks[i].length, 0);
		end = marks[i].start + marks[i].length;
		ck_assert_uint_le(end, length);
		ck_assert(utf8_is_valid(text + marks[i].start, marks[i].length));
		ck_assert((text[end] & 0xC0) != 0x80);
	}
}

START_TEST(marks_are_in_order_and_cut_no_character)
{
	static const char *const pieces[] = { "Victim ", "потерпевшая ", "Айгуль ", "А.", "Б. ", "+996 ", "555", " 123 ", "456 ", "(", ")", "-", ".", "1998", " г.р.",
		"12.05.", "born ", "AN", "I-AŞ ", "1234567 ", "паспорт ", "№", "🙂", "安", "é", "\u0301", "\u200b", "\n", "ИИН ", "930512300126 ", "«", "кызы ", ", " };
	char text[1000];
	unsigned random = 7;

	for (int round = 0; round < 20000; round++) {
		size_t length = 0;

		for (int i = 0; i < 24; i++) {
			random = random * 1103515245u + 12345u;
			length += (size_t)snprintf(text + length, sizeof text - length, "%s", pieces[(random >> 16) % (sizeof pieces / sizeof *pieces)]);
		}
		are_sound(text, personal_find(text, marks, MOST));
	}
}
END_TEST

/* Broken text is refused before it comes here; should it come nevertheless, nothing is read beyond its end. */
START_TEST(a_text_cut_within_a_character_is_read_to_its_end)
{
	char *text = strdup("потерпевшая Айгуль К. +996 555 123 456 安🙂");

	for (size_t length = strlen(text); length > 0; length--) {
		char *cut = strndup(text, length);
		size_t count = personal_find(cut, marks, MOST);

		for (size_t i = 0; i < count; i++)
			ck_assert_uint_le(marks[i].start + marks[i].length, length);
		free(cut);
	}
	free(text);
}
END_TEST

START_TEST(work_is_linear_however_a_text_is_made)
{
	static const char *const hostile[] = { "1", "a", "A", "А.", "+", "(", ")", "-", "1-", "1 ", "(1", "+1 ", "1.", "12.05.", "Victim ", "victim A", "Anna ", "Anna-",
		"потерпевшая ", "потерпевшая Айгуль ", "born ", "тел ", "паспорт № ", "AN ", "I-", "I-AŞ ", "'", "a'", "\u0301", "\u200b", "🙂", "г.", "г-", "кызы ",
		"Anna K. ", "A. ", "\n", " ", "5555 ", "0", "№", "hotline ", "и Анна " };
	const size_t size = 100000;

	for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
		char *text = malloc(size + 20);
		size_t length = 0, work;

		ck_assert_ptr_nonnull(text);
		while (length < size)
			length += (size_t)snprintf(text + length, size + 20 - length, "%s", hostile[i]);
		are_sound(text, personal_scan(text, marks, MOST, &work));
		ck_assert_msg(work <= 300 * length, "\"%s\" took %zu steps", hostile[i], work);
		free(text);
	}
}
END_TEST

START_TEST(the_words_are_in_order)
{
	ck_assert(personal_words_in_order());
	ck_assert_int_eq(personal_word("потерпевшую"), WORD_VICTIM);
	ck_assert_int_eq(personal_word("министерством"), WORD_INSTITUTION);
	ck_assert_int_eq(personal_word("айгуль"), WORD_OTHER);
	ck_assert_int_eq(personal_word(""), WORD_OTHER);
	ck_assert_int_eq(personal_month("мая"), 5);
	ck_assert_int_eq(personal_month("марта"), 3);
	ck_assert_int_eq(personal_month("march"), 3);
	ck_assert_int_eq(personal_month("декабре"), 12);
}
END_TEST

START_TEST(each_kind_has_a_name_and_a_title)
{
	for (int kind = 0; kind < PERSONAL_KINDS; kind++) {
		ck_assert_uint_gt(strlen(personal_kind_name((enum personal_kind)kind)), 0);
		ck_assert_uint_gt(strlen(personal_kind_title((enum personal_kind)kind)), 0);
	}
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(what_looks_like_data_of_a_person_is_marked_exactly),
	KIT_TEST(marks_do_not_depend_on_other_sentences),
	KIT_TEST(laws_figures_and_institutions_are_left_alone),
	KIT_TEST(the_shipped_catalogues_are_left_alone),
	KIT_TEST(no_text_and_no_room_give_no_marks),
	KIT_TEST(marks_are_in_order_and_cut_no_character),
	KIT_TEST(a_text_cut_within_a_character_is_read_to_its_end),
	KIT_TEST(work_is_linear_however_a_text_is_made),
	KIT_TEST(the_words_are_in_order),
	KIT_TEST(each_kind_has_a_name_and_a_title),
};
KIT_MAIN("personal", tests)
