# Almaty Monitor. `make help` lists the targets; README.md tells the rest.
#
# One non-recursive Makefile. Sources are found by folder, so a new file needs no line here:
#   indicators/*/*.c, migrations/*.c      the library (build/libindicators.a)
#   cgi/web/*.c *.cc                      the web kit (build/libweb.a)
#   cgi/<program>/*.c                     one FastCGI program each (build/bin/<program>.fcgi)
#   cgi/data/sdmx/*.c                     SDMX, of data.fcgi; a library of its own, so that tests and fuzzers can link it (build/libsdmx.a)
#   cron/*.c                              build/bin/monitor
#   tests/unit/test_*.c                   one Check program each (build/tests/test_*)
#   tests/fuzz/fuzz_*.c                   one libFuzzer target each, its first inputs in tests/fuzz/<name>/

SHELL := /bin/bash
.SHELLFLAGS := -o pipefail -ec
.DELETE_ON_ERROR:
.SUFFIXES:

BUILD ?= build
DATA ?= var
PORT ?= 8080
PREFIX ?= /usr
DESTDIR ?=
# What is built on the way to something else, and the tests, take every processor there is.
JOBS ?= $(shell nproc)

# A folder of cgi/ with a main.c is a FastCGI program.
PROGRAMS := $(filter-out web,$(sort $(patsubst cgi/%/main.c,%,$(wildcard cgi/*/main.c))))
PACKAGES := gcc g++ make pkg-config gettext libfcgi-dev libctemplate-dev libsqlite3-dev libcurl4-openssl-dev \
	libsodium-dev libcyaml-dev libyaml-dev libcsv-dev libjansson-dev libdeflate-dev libxlsxwriter-dev libzip-dev libexpat1-dev \
	libmagic-dev liboath-dev libqrencode-dev check lighttpd lighttpd-mod-deflate ca-certificates weasyprint fonts-paratype fonts-dejavu-core librsvg2-dev
TEST_PACKAGES := libglpk-dev sqlite3 python3 python3-lxml python3-jsonschema poppler-utils zbar-tools python3-aiosmtpd python3-icalendar python3-selenium r-cran-rsdmx libreoffice-calc-nogui python3-uno chromium \
	chromium-driver fonts-dejavu-core valgrind procps curl nginx apache2-bin openssl multiwatch
BENCH_PACKAGES := wrk
FUZZ_PACKAGES := clang libclang-rt-dev

LIB_MODULES := sqlite3 libsodium liboath libcyaml yaml-0.1 jansson xlsxwriter libzip expat libmagic
WEB_MODULES := libctemplate
CRON_MODULES := libcurl
DASHBOARD_MODULES := librsvg-2.0
ACCOUNT_MODULES := libqrencode

ifeq ($(origin CC),default)
CC := gcc
endif
ifeq ($(origin CXX),default)
CXX := g++
endif
# Short lines; `make V=1` shows the commands.
Q := $(if $(V),,@)
say = $(if $(V),,@echo '  $(1)')
OPTIMIZE ?= -O2
WARN := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror
HARDEN := -fstack-protector-strong -D_FORTIFY_SOURCE=2 -fPIE
SANITIZE ?=
CPPFLAGS += -D_GNU_SOURCE -I. -I$(BUILD)/gen
MODULE_CFLAGS := $(shell pkg-config --cflags $(LIB_MODULES) $(WEB_MODULES) $(CRON_MODULES) $(DASHBOARD_MODULES) $(ACCOUNT_MODULES) check 2>/dev/null)
ALL_CFLAGS = -std=c11 -g $(OPTIMIZE) $(WARN) -Wstrict-prototypes -Wmissing-prototypes $(HARDEN) $(SANITIZE) $(CFLAGS)
ALL_CXXFLAGS = -std=c++17 -g $(OPTIMIZE) -Wall -Wextra -Wshadow -Wconversion -Werror $(HARDEN) $(SANITIZE) $(CXXFLAGS)
ALL_LDFLAGS = -pie -Wl,-z,relro,-z,now,--as-needed $(SANITIZE) $(LDFLAGS)
LIB_LIBS = $(shell pkg-config --libs $(LIB_MODULES)) -lcsv -lm
WEB_LIBS = $(shell pkg-config --libs $(WEB_MODULES)) -lfcgi -ldeflate
CRON_LIBS = $(shell pkg-config --libs $(CRON_MODULES))

LIB_SRC := $(wildcard indicators/*/*.c) migrations/migrate.c
GEN := $(BUILD)/gen
GEN_SRC := $(GEN)/reports_statements.c $(GEN)/snapshot_statements.c $(GEN)/migrations.c $(GEN)/snapshot_schema.c
GEN_HDR := $(GEN)/reports_statements.h $(GEN)/snapshot_statements.h $(GEN)/template_keys.h
WEB_SRC := $(wildcard cgi/web/*.c)
WEB_CXX := $(wildcard cgi/web/*.cc)
SDMX_SRC := $(wildcard cgi/data/sdmx/*.c)
CRON_SRC := $(wildcard cron/*.c)
TEST_SRC := $(wildcard tests/unit/test_*.c)
TEST_KIT := $(filter-out $(TEST_SRC),$(wildcard tests/unit/*.c))
BENCH_SRC := $(wildcard tests/bench/*.c)

LIB_OBJ := $(LIB_SRC:%.c=$(BUILD)/obj/%.o) $(GEN_SRC:$(GEN)/%.c=$(BUILD)/obj/gen/%.o)
WEB_OBJ := $(WEB_SRC:%.c=$(BUILD)/obj/%.o) $(WEB_CXX:%.cc=$(BUILD)/obj/%.o)
SDMX_OBJ := $(SDMX_SRC:%.c=$(BUILD)/obj/%.o)
CRON_OBJ := $(CRON_SRC:%.c=$(BUILD)/obj/%.o) $(BUILD)/obj/gen/report_script.o
TEST_KIT_OBJ := $(TEST_KIT:%.c=$(BUILD)/obj/%.o)
TESTS := $(TEST_SRC:tests/unit/%.c=$(BUILD)/tests/%)
BENCHES := $(BENCH_SRC:tests/bench/%.c=$(BUILD)/bench/%)
BINS := $(PROGRAMS:%=$(BUILD)/bin/%.fcgi) $(BUILD)/bin/monitor

MIGRATIONS := $(sort $(wildcard migrations/[0-9]*.sql))
REPORTS_SQL := $(sort $(wildcard indicators/model/statements/*.sql))
SNAPSHOT_SQL := $(sort $(wildcard indicators/snapshot/statements/*.sql))
TEMPLATES := $(sort $(wildcard templates/*.tpl))
LANGUAGES := $(basename $(notdir $(wildcard templates/po/*.po)))
LOCALES := $(LANGUAGES:%=$(BUILD)/locale/monitor/LC_MESSAGES/%.mo)

.PHONY: all help deps deps-test deps-npm deps-java run check check-unit check-web check-browser check-asan bench lint fuzz po clean install programs
all: programs
programs: $(BINS) $(LOCALES)

help:
	@sed -n 's/^## //p' $(MAKEFILE_LIST)

# --- packages ----------------------------------------------------------------------------------------------

# Installs those of the packages $(1) that are missing: as root, else by sudo, else prints the command.
define install_packages
	@missing=; for package in $(1); do \
		dpkg-query -W -f '$${db:Status-Status}' $$package 2>/dev/null | grep -qx installed || missing="$$missing $$package"; \
	done; \
	[ -n "$$missing" ] || exit 0; \
	command="apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends$$missing"; \
	if [ "$$(id -u)" = 0 ]; then sh -c "$$command"; \
	elif command -v sudo >/dev/null && sudo -v; then sudo sh -c "$$command"; \
	else echo "Packages are missing. As root, run:"; echo "  $$command"; exit 1; fi
endef

## make deps                 installs the packages that building and running need
deps:
	$(call install_packages,$(PACKAGES))
deps-test:
	$(call install_packages,$(TEST_PACKAGES))
	@command -v npm >/dev/null || $(MAKE) --no-print-directory deps-npm || true
	@command -v java >/dev/null || $(MAKE) --no-print-directory deps-java || true
	@tests/npm-install $(BUILD)
# Checkers need them; where they can't be had, the tests say so.
deps-npm:
	$(call install_packages,npm)
deps-java:
	$(call install_packages,default-jre-headless)
deps-fuzz:
	$(call install_packages,$(FUZZ_PACKAGES))
deps-bench:
	$(call install_packages,$(BENCH_PACKAGES))

## make run [PORT=8080] [DATA=var]  everything from this checkout, in the foreground, with the shipped data
run: deps
	@$(MAKE) --no-print-directory -j$(JOBS) programs
	@BUILD='$(BUILD)' DATA='$(DATA)' PORT='$(PORT)' $(if $(BIND),BIND='$(BIND)') exec cgi/servers/run.sh

# --- generated sources -------------------------------------------------------------------------------------

# The flags stamp: objects are rebuilt when the compiler or its flags change.
FLAGS_NOW = $(CC) $(CXX) $(CPPFLAGS) $(ALL_CFLAGS) $(ALL_CXXFLAGS) $(ALL_LDFLAGS)
$(BUILD)/flags: force
	@mkdir -p $(@D)
	@echo '$(FLAGS_NOW)' | cmp -s - $@ || echo '$(FLAGS_NOW)' > $@
.PHONY: force

$(GEN)/reports_statements.h: $(REPORTS_SQL) indicators/store/statements.awk
	@mkdir -p $(@D)
	$(Q)awk -v prefix=REPORTS -v output=header -f indicators/store/statements.awk $(REPORTS_SQL) > $@
$(GEN)/reports_statements.c: $(REPORTS_SQL) indicators/store/statements.awk
	@mkdir -p $(@D)
	$(Q)awk -v prefix=REPORTS -v output=source -f indicators/store/statements.awk $(REPORTS_SQL) > $@
$(GEN)/snapshot_statements.h: $(SNAPSHOT_SQL) indicators/store/statements.awk
	@mkdir -p $(@D)
	$(Q)awk -v prefix=SNAPSHOT -v output=header -f indicators/store/statements.awk $(SNAPSHOT_SQL) > $@
$(GEN)/snapshot_statements.c: $(SNAPSHOT_SQL) indicators/store/statements.awk
	@mkdir -p $(@D)
	$(Q)awk -v prefix=SNAPSHOT -v output=source -f indicators/store/statements.awk $(SNAPSHOT_SQL) > $@
$(GEN)/migrations.c: $(MIGRATIONS) migrations/embed.awk
	@mkdir -p $(@D)
	$(Q)awk -f migrations/embed.awk $(MIGRATIONS) > $@
$(GEN)/snapshot_schema.c: indicators/snapshot/schema.sql
	@mkdir -p $(@D)
	$(Q){ echo '/* Made from indicators/snapshot/schema.sql. */'; echo '#include "indicators/snapshot/schema.h"'; \
	  echo 'const char snapshot_schema[] ='; sed -e 's/\\/\\\\/g' -e 's/"/\\"/g' -e 's/.*/"&\\n"/' $<; echo ';'; } > $@
$(GEN)/report_script.c: cron/report_pdf.py
	@mkdir -p $(@D)
	$(Q){ echo '/* Made from cron/report_pdf.py. */'; echo '#include "cron/report_script.h"'; \
	  echo 'const char report_script[] ='; sed -e 's/\\/\\\\/g' -e 's/"/\\"/g' -e 's/.*/"&\\n"/' $<; echo ';'; } > $@
# The outlines of the map; `make map` makes region.txt.
$(GEN)/map_outlines.c: templates/map/region.txt templates/map/outline.awk
	@mkdir -p $(@D)
	$(Q)LC_ALL=C awk -f templates/map/outline.awk templates/map/region.txt > $@
# The templates themselves are the one list of keys: C code names them K_…, so a mistyped key does not compile.
$(GEN)/template_keys.h: $(TEMPLATES) templates/keys.awk
	@mkdir -p $(@D)
	$(Q)awk -f templates/keys.awk $(TEMPLATES) > $@

# --- objects and programs ----------------------------------------------------------------------------------

$(BUILD)/obj/%.o: %.c $(BUILD)/flags | $(GEN_HDR)
	@mkdir -p $(@D)
	$(call say,CC $<)
	$(Q)$(CC) $(CPPFLAGS) $(MODULE_CFLAGS) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<
$(BUILD)/obj/%.o: %.cc $(BUILD)/flags | $(GEN_HDR)
	@mkdir -p $(@D)
	$(call say,CXX $<)
	$(Q)$(CXX) $(CPPFLAGS) $(MODULE_CFLAGS) $(ALL_CXXFLAGS) -MMD -MP -c -o $@ $<
$(BUILD)/obj/gen/%.o: $(GEN)/%.c $(BUILD)/flags | $(GEN_HDR)
	@mkdir -p $(@D)
	$(call say,CC $<)
	$(Q)$(CC) $(CPPFLAGS) $(MODULE_CFLAGS) $(ALL_CFLAGS) -Wno-overlength-strings -MMD -MP -c -o $@ $<

$(BUILD)/libindicators.a: $(LIB_OBJ)
	$(call say,AR $@)
	$(Q)rm -f $@ && ar rcs $@ $^
$(BUILD)/libweb.a: $(WEB_OBJ)
	$(call say,AR $@)
	$(Q)rm -f $@ && ar rcs $@ $^
$(BUILD)/libsdmx.a: $(SDMX_OBJ)
	$(call say,AR $@)
	$(Q)rm -f $@ && ar rcs $@ $^

# What a program has besides its folder's sources.
EXTRA_dashboard := $(BUILD)/obj/gen/map_outlines.o

define fcgi_program
$(BUILD)/bin/$(1).fcgi: $$(patsubst %.c,$(BUILD)/obj/%.o,$$(wildcard cgi/$(1)/*.c)) $$(EXTRA_$(1)) $(BUILD)/libweb.a $(BUILD)/libindicators.a
	@mkdir -p $$(@D)
	$$(call say,LINK $$@)
	$$(Q)$$(CXX) $$(ALL_LDFLAGS) -o $$@ $$(filter %.o,$$^) $(BUILD)/libweb.a $(BUILD)/libindicators.a $$(WEB_LIBS) $$(LIB_LIBS)
endef
$(foreach program,$(PROGRAMS),$(eval $(call fcgi_program,$(program))))
$(BUILD)/bin/data.fcgi: $(SDMX_OBJ)

# Charts as pictures.
$(BUILD)/bin/dashboard.fcgi: WEB_LIBS += $(shell pkg-config --libs $(DASHBOARD_MODULES) 2>/dev/null)
# The key of a second factor as a QR code.
$(BUILD)/bin/account.fcgi: WEB_LIBS += $(shell pkg-config --libs $(ACCOUNT_MODULES) 2>/dev/null)

$(BUILD)/bin/monitor: $(CRON_OBJ) $(BUILD)/libindicators.a
	@mkdir -p $(@D)
	$(call say,LINK $@)
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $(CRON_OBJ) $(BUILD)/libindicators.a $(CRON_LIBS) $(LIB_LIBS)

# What draws charts is in no library.
DRAWING := $(addprefix $(BUILD)/obj/cgi/dashboard/,canvas.o chart.o chart_dots.o chart_grid.o pen.o words.o)
$(BUILD)/tests/test_figure: $(DRAWING)
$(BUILD)/tests/test_figure: TEST_LIBS := $(DRAWING)
$(BUILD)/tests/test_apart: $(BUILD)/obj/cgi/dashboard/apart.o
$(BUILD)/tests/test_apart: TEST_LIBS := $(BUILD)/obj/cgi/dashboard/apart.o
PICTURES := $(addprefix $(BUILD)/obj/cgi/dashboard/,apart.o figure_png.o)
$(BUILD)/tests/test_figure_png: $(PICTURES)
$(BUILD)/tests/test_figure_png: TEST_LIBS = $(PICTURES) $(shell pkg-config --libs $(DASHBOARD_MODULES) 2>/dev/null)
# The attack on the snapshots solves linear programs of its own.
$(BUILD)/tests/test_attack $(BUILD)/tests/test_attack_regional: TEST_LIBS := -lglpk
SDMX_TESTS := $(filter $(BUILD)/tests/test_sdmx%,$(TESTS))
$(SDMX_TESTS): $(BUILD)/libsdmx.a
$(SDMX_TESTS): PART_LIBS := $(BUILD)/libsdmx.a
$(BUILD)/tests/%: $(BUILD)/obj/tests/unit/%.o $(TEST_KIT_OBJ) $(BUILD)/libweb.a $(BUILD)/libindicators.a
	@mkdir -p $(@D)
	$(call say,LINK $@)
	$(Q)$(CXX) $(ALL_LDFLAGS) -o $@ $< $(TEST_KIT_OBJ) $(PART_LIBS) $(BUILD)/libweb.a $(BUILD)/libindicators.a $$(pkg-config --libs check) $(TEST_LIBS) $(WEB_LIBS) $(LIB_LIBS)
$(BUILD)/bench/%: $(BUILD)/obj/tests/bench/%.o $(BUILD)/libweb.a $(BUILD)/libindicators.a
	@mkdir -p $(@D)
	$(call say,LINK $@)
	$(Q)$(CXX) $(ALL_LDFLAGS) -o $@ $< $(BUILD)/libweb.a $(BUILD)/libindicators.a $(WEB_LIBS) $(LIB_LIBS)

$(BUILD)/locale/monitor/LC_MESSAGES/%.mo: templates/po/%.po
	@mkdir -p $(@D)
	msgfmt --check --use-fuzzy -o $@ $<

.SECONDARY:
-include $(shell test -d $(BUILD)/obj && find $(BUILD)/obj -name '*.d')

# --- tests -------------------------------------------------------------------------------------------------

## make check-unit [T=name]  the unit tests, or those whose program or test case name contains T
check-unit: PART ?= check-unit
check-unit: $(TESTS)
	AGAIN='make $(PART)' tests/unit/run $(BUILD)/tests $(T)

## make check-asan [T=name]  the same under AddressSanitizer and UndefinedBehaviorSanitizer
check-asan:
	$(MAKE) --no-print-directory BUILD=$(BUILD)/asan OPTIMIZE=-O1 HARDEN=-fno-omit-frame-pointer \
		SANITIZE='-fsanitize=address,undefined -fno-sanitize-recover=all' T='$(T)' PART=check-asan check-unit

## make check-web [T=name]   real web servers, real HTTP, the real command
check-web: programs
	tests/web/run $(T)

## make check-browser [T=name]  headless Chromium through the whole job
check-browser: programs
	@tests/npm-install $(BUILD)
	tests/browser/run $(T)

## make check                installs the packages and runs every test; ends with "N passed, M failed"
check: deps deps-test
	$(MAKE) --no-print-directory -j$(JOBS) programs
	JOBS=$(JOBS) tests/all

## make lint                 house rules and static checks
lint:
	tests/lint

## make bench                the benchmarks, each figure as a ratio to a yardstick of the same run
bench: deps deps-test deps-bench
	$(MAKE) --no-print-directory -j$(JOBS) programs benches
	tests/bench/run $(BUILD)
benches: $(BENCHES)
.PHONY: benches deps-bench

# --- installation ------------------------------------------------------------------------------------------

BINDIR = $(PREFIX)/bin
LIBDIR = $(PREFIX)/lib/almaty-monitor
SHAREDIR = $(PREFIX)/share/almaty-monitor
UNITDIR = $(PREFIX)/lib/systemd/system
UNITS := $(wildcard cgi/servers/systemd/*.service cgi/servers/systemd/*.socket cron/systemd/*.service cron/systemd/*.timer)
FILL = sed -e '/^@HARDENING@$$/{r cgi/servers/systemd/hardening' -e 'd}' -e 's|/usr/share/almaty-monitor|$(SHAREDIR)|g' -e 's|@BINDIR@|$(BINDIR)|g' -e 's|@LIBDIR@|$(LIBDIR)|g' -e 's|@SHAREDIR@|$(SHAREDIR)|g'

## make install DESTDIR= PREFIX=/usr  programs, templates, migrations, catalogues, units and timers, server configurations
install: programs
	install -d $(DESTDIR)$(BINDIR) $(DESTDIR)$(LIBDIR) $(DESTDIR)$(SHAREDIR) $(DESTDIR)$(UNITDIR) $(DESTDIR)/etc/almaty-monitor \
		$(DESTDIR)$(PREFIX)/lib/sysusers.d $(DESTDIR)$(PREFIX)/lib/tmpfiles.d
	install -m 755 $(BUILD)/bin/monitor $(DESTDIR)$(BINDIR)/monitor
	install -m 755 $(PROGRAMS:%=$(BUILD)/bin/%.fcgi) $(DESTDIR)$(LIBDIR)/
	cp -R --no-preserve=ownership indicators/catalogue $(BUILD)/locale $(DESTDIR)$(SHAREDIR)/
	install -d $(DESTDIR)$(SHAREDIR)/servers $(DESTDIR)$(SHAREDIR)/templates/assets $(DESTDIR)$(SHAREDIR)/migrations
	install -m 644 $(TEMPLATES) $(DESTDIR)$(SHAREDIR)/templates/
	install -m 644 $(wildcard templates/assets/*) $(DESTDIR)$(SHAREDIR)/templates/assets/
	install -m 644 $(MIGRATIONS) $(DESTDIR)$(SHAREDIR)/migrations/
	for conf in $(wildcard cgi/servers/*.conf); do $(FILL) $$conf > $(DESTDIR)$(SHAREDIR)/servers/$$(basename $$conf); done
	for unit in $(UNITS); do $(FILL) $$unit > $(DESTDIR)$(UNITDIR)/$$(basename $$unit); done
	for env in public donors members desk; do to=$(DESTDIR)/etc/almaty-monitor/$$env.env; \
		[ -e $$to ] || $(FILL) cgi/servers/systemd/$$env.env > $$to; done
	[ -e $(DESTDIR)/etc/almaty-monitor/mail.env ] || install -m 600 cron/systemd/mail.env $(DESTDIR)/etc/almaty-monitor/mail.env
	install -m 644 cgi/servers/systemd/sysusers.conf $(DESTDIR)$(PREFIX)/lib/sysusers.d/almaty-monitor.conf
	install -m 644 cgi/servers/systemd/tmpfiles.conf $(DESTDIR)$(PREFIX)/lib/tmpfiles.d/almaty-monitor.conf

# --- translations ------------------------------------------------------------------------------------------

# Messages of the C sources, _() N_() i18n_plural(), and of the templates, [[…]], into one catalogue; the translations follow it.
## make po                   collects the messages and merges them into templates/po/*.po
po:
	@mkdir -p $(BUILD)
	awk -f templates/po/extract.awk $(TEMPLATES) > $(BUILD)/templates.pot
	xgettext --from-code=UTF-8 --language=C --keyword=_ --keyword=N_ --keyword=i18n_plural:1,2 --no-wrap --package-name='Almaty Monitor' \
		-o $(BUILD)/sources.pot $$(git ls-files -co --exclude-standard 'indicators/*.c' 'cgi/*.c' 'cron/*.c')
	sed -i 's/charset=CHARSET/charset=UTF-8/' $(BUILD)/sources.pot
	msgcat --no-wrap --use-first $(BUILD)/sources.pot $(BUILD)/templates.pot | \
		sed '/^"POT-Creation-Date/d' > $(BUILD)/messages.pot
	for po in templates/po/*.po; do msguniq --use-first --no-wrap -o $$po $$po; \
		msgmerge --quiet --no-wrap --no-fuzzy-matching --add-location=file --update --backup=none $$po $(BUILD)/messages.pot; \
		msgattrib --no-obsolete --no-wrap --add-location=file -o $$po $$po; done

# Natural Earth's outlines as the npm package world-atlas has them. The result is committed: building needs neither npm nor a network.
WORLD_ATLAS := 2.0.2
## make map                  makes templates/map/region.txt anew (npm, python3)
map:
	@mkdir -p $(BUILD)/world-atlas
	cd $(BUILD)/world-atlas && npm pack --silent world-atlas@$(WORLD_ATLAS) && tar xzf world-atlas-$(WORLD_ATLAS).tgz
	python3 templates/map/extract.py $(BUILD)/world-atlas/package/countries-50m.json $(WORLD_ATLAS) > $(BUILD)/world-atlas/region.txt
	mv $(BUILD)/world-atlas/region.txt templates/map/region.txt

## make fuzz [T=name]        each fuzz target for a bounded time (FUZZ_SECONDS=30), under AddressSanitizer
FUZZ_SRC := $(wildcard tests/fuzz/fuzz_*.c)
FUZZERS := $(FUZZ_SRC:tests/fuzz/%.c=$(BUILD)/fuzz/%)
fuzz: deps deps-fuzz
	$(MAKE) --no-print-directory BUILD=$(BUILD)/fuzzing CC=clang CXX=clang++ HARDEN=-fno-omit-frame-pointer \
		SANITIZE='-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined' fuzzers
	tests/fuzz/run $(BUILD)/fuzzing/fuzz $(T)
fuzzers: $(FUZZERS)
$(BUILD)/fuzz/fuzz_sdmx: $(BUILD)/libsdmx.a
$(BUILD)/fuzz/fuzz_sdmx: PART_LIBS := $(BUILD)/libsdmx.a
$(BUILD)/fuzz/%: $(BUILD)/obj/tests/fuzz/%.o $(BUILD)/libweb.a $(BUILD)/libindicators.a
	@mkdir -p $(@D)
	$(call say,LINK $@)
	$(Q)$(CXX) $(ALL_LDFLAGS) -fsanitize=fuzzer -o $@ $< $(PART_LIBS) $(BUILD)/libweb.a $(BUILD)/libindicators.a $(WEB_LIBS) $(LIB_LIBS)
.PHONY: fuzzers deps-fuzz

## make clean                removes build/
clean:
	rm -rf $(BUILD)
