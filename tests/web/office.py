"""A real LibreOffice without a screen that fills in workbooks, as people do: opens a file, types into cells, saves.

    with Office() as office:
        data = office.fill(xlsx, {"IDR2/value": "2. Adopted", "IDR3/value": 1234})        # bytes of the saved workbook
        data = office.fill_csv(csv, {"IDR3/value": "1 234,5"}, "ru-RU", encoding="windows-1251")
        print(office.convert(xlsx, "calc_pdf_Export", ".pdf"))

Needs soffice and python3-uno; the office has a profile of its own and ends with the `with`.
"""
import os
import shutil
import subprocess
import tempfile
import time
import uuid

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

# Character sets by the number that LibreOffice's text filter knows them by.
CHARSETS = {"utf-8": 76, "windows-1251": 34}
XLSX = "Calc MS Excel 2007 XML"
CSV = "Text - txt - csv (StarCalc)"

# The locale decides how numbers are written in a CSV.
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>%s</value></prop></item>
</oor:items>"""


def properties(**values):
    return tuple(PropertyValue(name, 0, value, 0) for name, value in values.items())


class Office:
    def __init__(self, language="ru-RU"):
        self.folder = tempfile.mkdtemp(prefix="monitor-office-")
        self.language = language

    def __enter__(self):
        pipe = "monitor" + uuid.uuid4().hex
        os.makedirs(self.folder + "/profile/user")
        with open(self.folder + "/profile/user/registrymodifications.xcu", "w") as settings:
            settings.write(SETTINGS % self.language)
        self.process = subprocess.Popen(
            ["soffice", "--headless", "--norestore", "--nologo", "--accept=pipe,name=%s;urp;" % pipe,
             "-env:UserInstallation=file://%s/profile" % self.folder],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True, env={**os.environ, "HOME": self.folder})
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        for _ in range(600):
            try:
                context = resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe)
                break
            except NoConnectException:
                if self.process.poll() is not None:
                    raise AssertionError("LibreOffice does not start")
                time.sleep(0.1)
        else:
            raise AssertionError("LibreOffice does not answer")
        self.desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        return self

    def __exit__(self, *_):
        try:
            self.desktop.terminate()
        except Exception:  # It may have gone before it answers.
            pass
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, 9)
            self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def load(self, data, ending, **how):
        path = os.path.join(self.folder, uuid.uuid4().hex + ending)
        with open(path, "wb") as file:
            file.write(data)
        return self.desktop.loadComponentFromURL("file://" + path, "_blank", 0, properties(Hidden=True, **how))

    def save(self, document, ending, filter_name, **how):
        path = os.path.join(self.folder, uuid.uuid4().hex + ending)
        document.storeToURL("file://" + path, properties(FilterName=filter_name, **how))
        document.close(True)
        with open(path, "rb") as file:
            return file.read()

    def fill(self, data, answers):
        """Types answers (text, number, or None for empty) into the cells of their ids; the workbook as LibreOffice saves it."""
        document = self.load(data, ".xlsx")
        left = dict(answers)
        for sheet in document.Sheets:
            cursor = sheet.createCursor()
            cursor.gotoEndOfUsedArea(False)
            for row in range(1, cursor.RangeAddress.EndRow + 1):
                identity = sheet.getCellByPosition(5, row).String
                if identity in left:
                    type_into(sheet.getCellByPosition(2, row), left.pop(identity))
        assert not left, left
        return self.save(document, ".xlsx", XLSX)

    def fill_csv(self, data, answers, separator=";", charset="utf-8", language="ru-RU"):
        """The same with a CSV: opened as UTF-8, typed into as in that language, saved in that character set."""
        number = {"ru-RU": 1049, "en-US": 1033}[language]
        document = self.load(data, ".csv", FilterName=CSV, FilterOptions="%d,34,76,1,,%d,false,true" % (ord(separator), number))
        sheet = document.Sheets[0]
        cursor = sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        left = dict(answers)
        for row in range(1, cursor.RangeAddress.EndRow + 1):
            identity = sheet.getCellByPosition(0, row).String
            if identity in left:
                type_into(sheet.getCellByPosition(5, row), left.pop(identity))
        assert not left, left
        return self.save(document, ".csv", CSV, FilterOptions="%d,34,%d,1,,%d,false,true" % (ord(separator), CHARSETS[charset], number))

    def convert(self, data, filter_name, ending):
        return self.save(self.load(data, ".xlsx"), ending, filter_name)


def type_into(cell, value):
    if isinstance(value, (int, float)):
        cell.Value = value
    elif value is None:
        cell.String = ""
    else:
        cell.String = value
