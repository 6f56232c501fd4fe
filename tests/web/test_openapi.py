"""The OpenAPI document: valid by a public tool, and every address in it answers as it says."""
import json
import os
import re
import subprocess
import unittest
import urllib.parse

import kit
import npm

VALIDATOR = "@seriousme/openapi-schema-validator"

try:
    import jsonschema
except ImportError:
    jsonschema = None


def sources():
    """The patterns of the route table, as the C source has them after its macros."""
    with open(os.path.join(kit.ROOT, "cgi", "data", "main.c")) as file:
        text = file.read()
    table = text[text.index("const struct route data_routes[]"):]
    stems = re.findall(r'(FILES|INDEX|FILES_AS)\((?:CHOICE, )?"([^"]*)"', table)
    single = re.findall(r'\.pattern = "([^"]*)"', table)
    return stems, [pattern for pattern in single if not pattern.endswith("/") and "sdmx" not in pattern]


class OpenApi(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.site = kit.shared()
        cls.client = cls.site.client("en")
        answer = cls.client.get("/api/v1/openapi.json")
        assert answer.status == 200, answer.text[:300]
        cls.document = answer.json()
        cls.kind = answer.headers["Content-Type"]

    def resolve(self, thing):
        while "$ref" in thing:
            found = self.document
            for part in thing["$ref"].lstrip("#/").split("/"):
                found = found[part]
            thing = found
        return thing

    def filled(self, template, operation):
        """The address with the example, or the first listed value, in the place of each parameter of the path."""
        path = template
        for parameter in map(self.resolve, operation["parameters"] if "parameters" in operation else []):
            if parameter["in"] == "path":
                value = parameter.get("example", parameter["schema"].get("enum", [None])[0])
                self.assertIsNotNone(value, (template, parameter["name"]))
                path = path.replace("{%s}" % parameter["name"], urllib.parse.quote(str(value), safe="*+,~"))
        self.assertNotIn("{", path, template)
        return path

    @unittest.skipIf(npm.missing(VALIDATOR), npm.missing(VALIDATOR))
    def test_a_public_tool_finds_it_valid_in_both_languages(self):
        for language in ("en", "ru"):
            path = os.path.join(self.site.folder, "openapi-%s.json" % language)
            with open(path, "wb") as file:
                file.write(self.client.get("/api/v1/openapi.json", {"Accept-Language": language}).body)
            done = subprocess.run(["node", npm.path(VALIDATOR, "bin", "validate-api-cli.js"), path], capture_output=True, text=True, timeout=120)
            self.assertEqual(json.loads(done.stdout), {"valid": True}, done.stdout[:2000] + done.stderr)
            # The tool does find what is wrong.
            with open(path) as file:
                broken = json.load(file)
            broken["paths"]["/methods.csv"]["get"]["responses"] = "none"
            with open(path, "w") as file:
                json.dump(broken, file)
            done = subprocess.run(["node", npm.path(VALIDATOR, "bin", "validate-api-cli.js"), path], capture_output=True, text=True, timeout=120)
            self.assertFalse(json.loads(done.stdout)["valid"])

    def test_it_is_of_version_3_1_and_operations_have_names_of_their_own(self):
        self.assertEqual(self.document["openapi"], "3.1.0")
        self.assertTrue(self.kind.startswith("application/json"))
        names = [operation["operationId"] for item in self.document["paths"].values() for operation in item.values()]
        self.assertEqual(len(names), len(set(names)))
        tags = {tag["name"] for tag in self.document["tags"]}
        for path, item in self.document["paths"].items():
            self.assertEqual(set(item), {"get"}, path)
            self.assertTrue(set(item["get"]["tags"]) <= tags, path)
            self.assertTrue(item["get"]["summary"], path)

    def test_every_route_is_in_it(self):
        stems, single = sources()
        self.assertGreater(len(stems), 20)
        paths = self.document["paths"]
        for kind, stem in stems:
            names = [stem + "index", stem] if kind == "INDEX" else [stem]
            for name in names:
                for ending in (".csv", ".json", ".xlsx", ".csv-metadata.json"):
                    self.assertIn(name + ending, paths)
        for pattern in single:
            self.assertIn(pattern, paths)
        for what in ("data", "structure", "availability", "schema"):
            self.assertTrue([path for path in paths if path.startswith("/sdmx/v2/%s/" % what)], what)

    @unittest.skipIf(jsonschema is None, "python3-jsonschema is not installed")
    def test_every_address_answers_as_it_says(self):
        validators, asked, checked = {}, 0, 0
        for template, item in self.document["paths"].items():
            operation = item["get"]
            path = self.filled(template, operation)
            if template.endswith("/compare.csv") or "/compare" in template:
                # A comparison of nothing is refused: the description says that something has to be chosen.
                path += "?domain=overall"
            answer = self.client.get(path)
            self.assertEqual(answer.status, 200, (template, path, answer.body[:300]))
            asked += 1
            content = operation["responses"]["200"]["content"]
            kind = answer.headers["Content-Type"].split(";")[0]
            self.assertIn(kind, {name.split(";")[0] for name in content}, template)
            if kind != "application/json" or not template.endswith(".json"):
                continue
            schema = dict(content["application/json"]["schema"], components=self.document["components"])
            key = json.dumps(content["application/json"]["schema"])
            if key not in validators:
                jsonschema.Draft202012Validator.check_schema(schema)
                validators[key] = jsonschema.Draft202012Validator(schema)
            validators[key].validate(answer.json())
            checked += 1
            self.same_columns(content["application/json"]["schema"], answer.json(), template)
        self.assertGreater(asked, 120)
        self.assertGreater(checked, 25)

    def same_columns(self, schema, answer, where):
        """Nothing is in a row that is not described."""
        for name, table in schema.get("properties", {}).items():
            if name == "meta" or "items" not in table:
                continue
            columns = list(self.resolve(table["items"])["properties"])
            for row in answer[name][:1]:
                self.assertEqual(list(row), columns, (where, name))

    @unittest.skipIf(jsonschema is None, "python3-jsonschema is not installed")
    def test_mistakes_are_problems_as_described(self):
        schema = dict(self.document["components"]["schemas"]["Problem"], components=self.document["components"])
        for path in ("/ihr/index.csv?perod=1", "/ihr/index.csv?period=1999", "/nothing.json", "/ihr/index.csv?period=" + "9" * 5000):
            answer = self.client.get(path)
            self.assertEqual(answer.headers["Content-Type"], "application/problem+json")
            jsonschema.Draft202012Validator(schema).validate(answer.json())

    def test_parameters_list_what_there_is(self):
        parameters = {p["name"]: p for p in map(self.resolve, self.document["paths"]["/{framework}/countries/{participant}.json"]["get"]["parameters"])}
        self.assertEqual(parameters["participant"]["schema"]["enum"], ["KAZ", "KGZ", "TJK", "TKM", "UZB"])
        self.assertEqual(parameters["framework"]["schema"]["enum"], ["ihr", "trafficking"])
        self.assertEqual((parameters["period"]["in"], parameters["period"]["required"]), ("query", False))
        self.assertEqual(parameters["lang"]["schema"]["enum"], ["en", "ru"])
        # What the schema takes for a period is what the program takes for one.
        pattern = parameters["period"]["schema"]["pattern"]
        for good in ("2025", "2025-S2", "2025-Q4", "2025-T3", "2025-12"):
            self.assertRegex(good, pattern)
            self.assertIn(self.client.get("/ihr/index.json?period=" + good).status, (200, 404), good)
        for bad in ("2025-13", "20x5", "2025-S3", "2025-Q5", "2025-00", "25"):
            self.assertNotRegex(bad, pattern)
            self.assertEqual(self.client.get("/ihr/index.json?period=" + bad).status, 400, bad)

    def test_each_audience_has_its_own_with_its_addresses(self):
        self.assertEqual((self.document["servers"][0]["url"], self.document["security"]), ("/", []))
        self.site.person("openapi@x.example", "donor")
        donor = self.site.signed_in("openapi@x.example").get("/donors/api/v1/openapi.json").json()
        self.assertEqual((donor["servers"][0]["url"], donor["security"]), ("/donors", [{"session": []}]))
        self.assertIn("session", donor["components"]["securitySchemes"])
        self.assertEqual(set(donor["paths"]), set(self.document["paths"]))


if __name__ == "__main__":
    unittest.main()
