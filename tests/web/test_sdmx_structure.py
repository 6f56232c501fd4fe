"""The structure and schema addresses of SDMX: each path, each refusal, formats, languages and caching. Whether messages are valid is asked in
test_sdmx_schemas.py; this needs none of the standard's schemas."""
import unittest
import xml.etree.ElementTree as ElementTree

import kit
import sdmx

BASE = "/sdmx/v2/structure"
STR = "{%sstructure}" % sdmx.NAMESPACE
TYPES = {"agencyscheme": ("agencySchemes", "AGENCIES"), "categorisation": ("categorisations", "ANSWERS_IHR"),
         "categoryscheme": ("categorySchemes", "FRAMEWORKS"), "codelist": ("codelists", "CL_AREA"), "conceptscheme": ("conceptSchemes", "CONCEPTS"),
         "dataconstraint": ("dataConstraints", "ANSWERS_IHR"), "dataflow": ("dataflows", "ANSWERS_IHR"), "datastructure": ("dataStructures", "ANSWERS_IHR")}


class Structure(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.site = kit.shared()
        cls.client = cls.site.client("en")

    def get(self, path, accept=sdmx.JSON, status=200):
        response = self.client.get(path, headers={"Accept": accept})
        self.assertEqual(response.status, status, path + ": " + response.text[:400])
        return response

    def refused(self, path, status, *says, field=None, accept=sdmx.JSON):
        response = self.get(path, accept, status)
        self.assertEqual(response.headers["Content-Type"], "application/problem+json")
        problem = response.json()
        for one in says:
            self.assertIn(one, problem["detail"], path)
        if field:
            self.assertEqual(problem.get("field"), field, path)


class Paths(Structure):
    def test_each_type_by_each_length_of_its_path(self):
        for kind, (name, identifier) in TYPES.items():
            agency = "SDMX" if kind == "agencyscheme" else "ALMATY"
            whole = (kind, agency, identifier)
            for path in ("/%s" % kind, "/%s/" % kind, "/%s/%s" % (kind, agency), "/%s/*/%s" % (kind, identifier), "/%s/%s/%s/1.0" % whole,
                         "/%s/%s/%s,NIX/1.0.0,9" % whole, "/%s/%s,ECB/%s/~" % whole, "/%s/%s/%s/+/" % whole, "/%s/%s/%s/*" % whole):
                data = self.get(BASE + path).json()["data"]
                self.assertEqual(list(data), [name], path)
                self.assertIn(identifier, [one["id"] for one in data[name]], path)
                if identifier in path:
                    self.assertEqual(len(data[name]), 1, path)
                tree = ElementTree.fromstring(self.get(BASE + path, sdmx.XML).body)
                self.assertEqual([one["id"] for one in data[name]], [element.get("id") for element in tree[1][0]], path)

    def test_every_type_at_once(self):
        names = {name for name, _ in TYPES.values()}
        for path in ("", "/", "/*", "/*/*/*/*", "/*/ALMATY,SDMX"):
            self.assertEqual(set(self.get(BASE + path).json()["data"]), names, path)
        self.assertEqual(set(self.get(BASE + "/*/ALMATY").json()["data"]), names - {"agencySchemes"})
        scheme, = self.get(BASE + "/*/SDMX").json()["data"]["agencySchemes"]
        self.assertEqual((scheme["agencyID"], scheme["isPartial"], [one["id"] for one in scheme["agencies"]]), ("SDMX", True, ["ALMATY"]))

    def test_items_of_item_schemes(self):
        for path, name, items, wanted in (("/codelist/ALMATY/CL_AREA/1.0/KAZ,UZB", "codelists", "codes", ["KAZ", "UZB"]),
                                          ("/conceptscheme/ALMATY/CONCEPTS/~/OBS_VALUE", "conceptSchemes", "concepts", ["OBS_VALUE"]),
                                          ("/agencyscheme/SDMX/AGENCIES/1.0/ALMATY", "agencySchemes", "agencies", ["ALMATY"]),
                                          ("/categoryscheme/*/*/*/IHR", "categorySchemes", "categories", ["IHR"])):
            scheme, = self.get(BASE + path).json()["data"][name]
            self.assertEqual([item["id"] for item in scheme[items]], wanted)
            self.assertTrue(scheme["isPartial"])
        self.assertNotIn("isPartial", self.get(BASE + "/codelist/ALMATY/CL_AREA/1.0/*").json()["data"]["codelists"][0])

    def test_a_dataflow_leads_to_all_that_its_data_need(self):
        data = self.get(BASE + "/dataflow/ALMATY/OFFICIAL/1.0?references=descendants").json()["data"]
        parts = data["dataStructures"][0]["dataStructureComponents"]
        lists = {one["id"] for one in data["codelists"]}
        for component in parts["dimensionList"]["dimensions"] + parts["attributeList"]["attributes"]:
            enumeration = component["localRepresentation"].get("enumeration")
            if enumeration:
                self.assertIn(enumeration.partition("ALMATY:")[2].partition("(")[0], lists)
            self.assertIn(component["conceptIdentity"].rpartition(".")[2], {one["id"] for one in data["conceptSchemes"][0]["concepts"]})
        self.assertEqual([one["position"] for one in parts["dimensionList"]["dimensions"]], list(range(len(parts["dimensionList"]["dimensions"]))))

    def test_a_data_constraint_says_what_there_is(self):
        constraint, = self.get(BASE + "/dataconstraint/ALMATY/ANSWERS_IHR").json()["data"]["dataConstraints"]
        self.assertEqual(constraint["role"], "Actual")
        region = {one["id"]: one for one in constraint["cubeRegions"][0]["keyValues"]}
        self.assertEqual(region["REF_AREA"]["values"], ["KAZ", "KGZ", "TJK", "TKM", "UZB"])
        self.assertEqual((region["TIME_PERIOD"]["timeRange"]["startPeriod"]["period"], region["TIME_PERIOD"]["timeRange"]["endPeriod"]["period"]),
                         ("2011", "2022"))
        # There are no answers to the questions of trafficking yet.
        self.refused(BASE + "/dataconstraint/ALMATY/ANSWERS_TRAFFICKING", 404, "ANSWERS_IHR", field="resourceID")

    def test_names_are_in_the_reader_s_language_and_in_all(self):
        russian = self.site.client("ru").get(BASE + "/codelist/ALMATY/CL_AREA/1.0/KAZ", headers={"Accept": sdmx.JSON})
        self.assertEqual(russian.headers["Content-Language"], "ru")
        code = russian.json()["data"]["codelists"][0]["codes"][0]
        self.assertEqual((code["name"], code["names"]), ("Казахстан", {"en": "Kazakhstan", "ru": "Казахстан"}))
        self.assertEqual(self.get(BASE + "/codelist/ALMATY/CL_AREA/1.0/KAZ").json()["data"]["codelists"][0]["codes"][0]["name"], "Kazakhstan")
        tree = ElementTree.fromstring(self.get(BASE + "/codelist/ALMATY/CL_AREA/1.0/KAZ", sdmx.XML).body)
        self.assertEqual([name.text for name in tree.iter("{%scommon}Name" % sdmx.NAMESPACE)][-2:], ["Kazakhstan", "Казахстан"])

    def test_every_name_of_ours_has_a_translation(self):
        data = self.get(BASE).json()["data"]
        for scheme in data["conceptSchemes"]:
            for concept in scheme["concepts"]:
                self.assertEqual(set(concept["names"]), {"en", "ru"}, concept["id"])
                self.assertEqual(set(concept.get("descriptions", {"en": 1, "ru": 1})), {"en", "ru"}, concept["id"])
        for flow in data["dataflows"]:
            self.assertEqual((set(flow["names"]), set(flow["descriptions"])), ({"en", "ru"}, {"en", "ru"}), flow["id"])
        for one in data["codelists"]:
            self.assertEqual(set(one["names"]), {"en", "ru"}, one["id"])

    def test_codes_of_the_catalogue_that_are_no_ids_are_told(self):
        codes = {code["id"]: code for code in self.get(BASE + "/codelist/ALMATY/CL_SDG_TARGET").json()["data"]["codelists"][0]["codes"]}
        self.assertEqual(codes["16_2"]["annotations"], [{"type": "CATALOGUE_CODE", "value": "16.2"}])
        tree = ElementTree.fromstring(self.get(BASE + "/codelist/ALMATY/CL_SDG_TARGET/1.0/16_2", sdmx.XML).body)
        self.assertEqual([value.text for value in tree.iter("{%scommon}AnnotationValue" % sdmx.NAMESPACE)], ["16.2"])


class Formats(Structure):
    def test_accept_and_format_choose(self):
        for accept, query, given in ((sdmx.JSON, "", sdmx.JSON), (sdmx.XML, "", sdmx.XML), ("*/*", "", sdmx.JSON), ("", "", sdmx.JSON),
                                     ("application/xml", "", "application/xml"), ("application/json", "", "application/json"),
                                     ("application/xml;q=0.5, application/json;q=0.4", "", "application/xml"),
                                     (sdmx.XML, "?format=json", sdmx.JSON), (sdmx.JSON, "?format=xml", sdmx.XML),
                                     ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "", "application/xml")):
            response = self.get(BASE + "/dataflow" + query, accept)
            self.assertEqual(response.headers["Content-Type"].partition("; charset")[0], given, accept)
            self.assertIn("Accept", response.headers["Vary"].split(", "))

    def test_other_formats_are_refused_with_those_that_there_are(self):
        for accept in ("text/html", "application/vnd.sdmx.structure+json;version=1.0", sdmx.DATA_CSV):
            self.refused(BASE + "/dataflow", 406, sdmx.JSON, sdmx.XML, accept=accept)
        self.refused(BASE + "/dataflow?format=csv", 406, sdmx.JSON, sdmx.XML)
        self.refused("/sdmx/v2/schema/dataflow/ALMATY/ANSWERS_IHR", 406, sdmx.SCHEMA, accept="text/csv")

    def test_what_the_browser_has_is_not_sent_again(self):
        first = self.get(BASE + "/codelist")
        again = self.client.get(BASE + "/codelist", headers={"Accept": sdmx.JSON, "If-None-Match": first.headers["ETag"]})
        self.assertEqual((again.status, again.body), (304, b""))
        self.assertNotEqual(self.get(BASE + "/codelist", sdmx.XML).headers["ETag"], first.headers["ETag"])
        dated = self.client.get(BASE + "/codelist", headers={"Accept": sdmx.JSON, "If-Modified-Since": first.headers["Last-Modified"]})
        self.assertEqual(dated.status, 304)
        head = self.client.request("HEAD", BASE + "/codelist", headers={"Accept": sdmx.JSON})
        self.assertEqual((head.status, head.body, head.headers["Content-Length"]), (200, b"", first.headers["Content-Length"]))

    def test_donors_have_addresses_of_their_own(self):
        self.assertIn(self.client.request("GET", "/donors" + BASE + "/dataflow").status, (303, 401))
        client = self.site.signed_in(self.site.person("sdmx-donor@x.example", "donor"))
        text = client.get("/donors" + BASE + "/dataflow?detail=allstubs&format=xml").text
        self.assertIn('structureURL="/donors/sdmx/v2/structure/dataflow/ALMATY/ANSWERS_IHR/1.0"', text)


class Refusals(Structure):
    def test_each_part_of_the_path(self):
        self.refused(BASE + "/flow", 400, "dataflow", "codelist", "*", field="artefactType")
        self.refused(BASE + "/contentconstraint", 400, "dataconstraint", field="artefactType")
        self.refused(BASE + "/metadataflow", 404, "dataflow", field="artefactType")
        self.refused(BASE + "/dataflow/ECB", 404, "ALMATY", field="agencyID")
        self.refused(BASE + "/*/ECB", 404, "ALMATY", field="agencyID")
        self.refused(BASE + "/dataflow/SDMX", 404, "ALMATY", field="agencyID")
        self.refused(BASE + "/agencyscheme/ALMATY", 404, "SDMX", field="agencyID")
        self.refused(BASE + "/dataflow/AL%20MATY", 400, "*", field="agencyID")
        self.refused(BASE + "/dataflow/ALMATY/NIX", 404, "ANSWERS_IHR", "PROGRESS", field="resourceID")
        self.refused(BASE + "/codelist/ALMATY/NIX", 404, "CL_FREQ", field="resourceID")
        self.refused(BASE + "/dataflow/ALMATY/A;B", 400, field="resourceID")
        self.refused(BASE + "/dataflow/ALMATY/ANSWERS_IHR/2.0", 404, "1.0", field="version")
        self.refused(BASE + "/dataflow/ALMATY/ANSWERS_IHR/latest", 400, "~", field="version")
        self.refused(BASE + "/dataflow/ALMATY/ANSWERS_IHR/1.0/X", 400, "codelist", field="itemID")
        self.refused(BASE + "/codelist/ALMATY/CL_FREQ/1.0/A,NIX", 404, "NIX", field="itemID")
        self.refused(BASE + "/codelist/ALMATY/CL_FREQ/1.0/A/B", 404, "{itemID}")
        self.refused(BASE + "/codelist/ALMATY/" + "x" * 2000, 414)
        self.refused(BASE + "/codelist/ALMATY/" + "CL_NIX," * 100 + "CL_NIX", 404, "CL_FREQ")

    def test_each_parameter(self):
        self.refused(BASE + "/dataflow?references=up", 400, "parentsandsiblings", "codelist", field="references")
        self.refused(BASE + "/dataflow?references=", 400, "none", field="references")
        self.refused(BASE + "/dataflow?detail=some", 400, "allstubs", field="detail")
        self.refused(BASE + "/dataflow?depth=2", 400, "references", field="query")
        self.refused(BASE + "/dataflow?detail=" + "x" * 10000, 414)
        self.refused(BASE + "/dataflow?references=" + "none," * 700 + "x", 400)

    def test_hostile_addresses_get_a_sentence_and_no_markup(self):
        paths = ("/%s", "/dataflow/%s", "/dataflow/ALMATY/%s", "/dataflow/ALMATY/*/%s", "/codelist/ALMATY/CL_FREQ/1.0/%s")
        for part in ("%3Cscript%3E", "%27%20OR%201=1--", "%E2%80%AE", "%25s%25n"):
            for path in paths:
                response = self.client.get(BASE + path % part)
                self.assertIn(response.status, (400, 404), path)
                self.assertEqual(response.headers["Content-Type"], "application/problem+json", path % part)
                response.json()
        # What is no text does not even come to us: the web server refuses it.
        for part in ("%00", "%FF%FE", "a%0D%0AX-Y:%20z"):
            for path in paths:
                response = self.client.get(BASE + path % part)
                self.assertEqual((response.status, response.headers.get("X-Y")), (400, None), path % part)

    def test_nothing_can_be_sent_here(self):
        self.assertEqual(self.client.post(BASE + "/dataflow", {"a": "b"}).status, 405)
        self.assertEqual(self.client.request("PUT", BASE + "/dataflow").status, 405)

    def test_sentences_are_in_russian_too(self):
        problem = self.site.client("ru").get(BASE + "/flow").json()
        self.assertIn("не тип артефакта", problem["detail"])


class Schema(Structure):
    def schema(self, path, accept=sdmx.SCHEMA):
        return self.get("/sdmx/v2/schema" + path, accept)

    def test_its_namespace_is_the_one_of_the_messages(self):
        for context, level in (("dataflow", "TIME_PERIOD"), ("datastructure", "AllDimensions"), ("dataflow", "INDICATOR")):
            query = "?dimensionAtObservation=" + level
            tree = ElementTree.fromstring(self.schema("/%s/ALMATY/ANSWERS_IHR/1.0%s" % (context, query)).body)
            message = self.get("/sdmx/v2/data/%s/ALMATY/ANSWERS_IHR/1.0/*%s" % (context, query), sdmx.DATA_XML).text
            self.assertIn('namespace="%s"' % tree.get("targetNamespace"), message)
        self.assertEqual(self.schema("/dataflow/ALMATY/ANSWERS_IHR").body, self.schema("/dataflow/ALMATY/ANSWERS_IHR/~").body)

    def test_as_structures_it_has_what_the_data_use(self):
        data = self.schema("/dataflow/ALMATY/OFFICIAL/1.0", sdmx.JSON).json()["data"]
        self.assertEqual(set(data), {"agencySchemes", "codelists", "conceptSchemes", "dataStructures"})
        self.assertTrue(data["conceptSchemes"][0]["isPartial"])
        self.assertNotIn("STATISTIC", [one["id"] for one in data["conceptSchemes"][0]["concepts"]])
        self.assertEqual(self.schema("/dataflow/ALMATY/OFFICIAL/1.0", sdmx.XML).headers["Content-Type"], sdmx.XML)

    def test_refusals(self):
        base = "/sdmx/v2/schema"
        for path, status, says, field in (
                ("", 400, "dataflow", "context"), ("/flow/ALMATY/ANSWERS_IHR", 400, "datastructure", "context"),
                ("/metadataflow/ALMATY/X", 404, "dataflows", "context"), ("/dataflow/ECB/ANSWERS_IHR", 404, "ALMATY", "agencyID"),
                ("/dataflow/ALMATY/NIX", 404, "ANSWERS_IHR", "resourceID"), ("/dataflow/ALMATY", 404, "ANSWERS_IHR", "resourceID"),
                ("/dataflow/ALMATY/ANSWERS_IHR/3.0", 404, "1.0", "version"), ("/dataflow/ALMATY/ANSWERS_IHR/x", 400, "1.0", "version"),
                ("/dataflow/ALMATY/ANSWERS_IHR/1.0/x", 404, "{version}", None),
                ("/dataflow/ALMATY/ANSWERS_IHR?dimensionAtObservation=SEX", 400, "REF_AREA", "dimensionAtObservation"),
                ("/dataflow/ALMATY/ANSWERS_IHR?deletion=true", 501, "deletion", "deletion"), ("/dataflow/ALMATY/ANSWERS_IHR?deletion=x", 400, "false", "deletion"),
                ("/dataflow/ALMATY/ANSWERS_IHR?asOf=2020-01-01T00:00:00Z", 501, "asOf", "asOf"),
                ("/dataflow/ALMATY/ANSWERS_IHR?nix=1", 400, "dimensionAtObservation", "query")):
            self.refused(base + path, status, says, field=field, accept=sdmx.SCHEMA)
        self.assertEqual(self.get(base + "/dataflow/ALMATY/ANSWERS_IHR?deletion=false&lang=ru", sdmx.SCHEMA).status, 200)


if __name__ == "__main__":
    unittest.main()
