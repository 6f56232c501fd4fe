"""Reviewing through a real server: what stands beside an answer, questions and replies, the list, accepting what needs no look."""
import re
import unittest

import kit
from desk import PEOPLE, Desk, post_fields

MARK = "90731"          # a figure that its government has not cleared
WORDS = "Quietwords"    # and what it says about it


class Review(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.desk = Desk()
        cls.desk.site.person("third@x.example", ("focal_point", "XBB"))

    @classmethod
    def tearDownClass(cls):
        cls.desk.close()

    def cleared(self, code, **fields):
        self.desk.save(code, do="submit", **fields)
        self.assertIn("is cleared", self.desk.clear(code).visible)

    def page(self, code, client=None):
        return (client or self.desk.secretariat).get(self.desk.review + code)

    def send(self, code, text, client=None, place=None, **fields):
        client, place = client or self.desk.secretariat, (place or self.desk.review) + code
        return client.submit(client.get(place), place, do="message", message=text, **fields)

    # --- the page ---

    def test_a_cleared_answer_stands_beside_its_findings_and_official_figures(self):
        self.cleared("LAW1", value="3", narrative="The act is in force.", evidence_text1="Act 12 of 2024, article 4")
        page = self.page("LAW1")
        for words in ("The act is in force.", "Act 12 of 2024, article 4", "keeps to the rules", "no accepted answer of an earlier round",
                      "No other government's figure"):
            self.assertIn(words, page.visible)
        self.cleared("JUS2", value="2")
        self.cleared("JUS3", value="3", explanation="One case began a year before.")
        page = self.page("JUS3")
        self.assertIn("Found when it was checked", page.visible)
        self.assertIn("Here the value is 3, there it is 2.", page.visible)
        self.assertIn("Explanation given: One case began a year before.", page.visible)

    def test_after_a_return_the_page_shows_what_changed(self):
        self.cleared("GOV3", value="1", narrative="The centre has three officers.")
        page = self.page("GOV3")
        self.desk.secretariat.submit(page, self.desk.review + "GOV3", do="return", why="Three or four?")
        self.cleared("GOV3", value="1", narrative="The centre has four officers.")
        page = self.page("GOV3")
        self.assertIn("Since it was cleared before", page.visible)
        self.assertRegex(page.text, r"<del>.*three</del>")
        self.assertRegex(page.text, r"<ins>.*four</ins>")

    def test_accepting_leads_to_the_next_that_waits(self):
        for code in ("PRV1", "PRV2"):
            self.cleared(code, **({"value": "1"} if code == "PRV1" else {"numerator": "1", "denominator": "4"}))
        page = self.desk.accept("PRV1")
        self.assertIn("The answer is accepted.", page.visible)
        self.assertEqual(page.path, self.desk.review + "PRV2")

    # --- questions and replies ---

    def test_a_question_reaches_the_government_and_its_reply_the_secretariat(self):
        self.cleared("CHD1", value="1")
        self.assertIn("The message is sent.", self.send("CHD1", "Which order is this?\nPlease name it.").visible)
        home, bench = self.desk.focal.get("/reporting/"), self.desk.focal.get(self.desk.seat)
        self.assertIn("The secretariat asks about", home.visible)
        self.assertIn(self.desk.seat + "CHD1#thread", bench.text)
        page = self.desk.observer.get(self.desk.seat + "CHD1")
        self.assertIn("Which order is this? Please name it.", page.visible)
        self.assertNotIn('name="message"', page.text)
        self.assertIn("a question is open", self.page("CHD1").visible)
        answer = self.send("CHD1", "Order 17.", self.desk.focal, self.desk.seat)
        self.assertIn("The message is sent.", answer.visible)
        self.assertNotIn(self.desk.seat + "CHD1#thread", self.desk.focal.get(self.desk.seat).text)
        page = self.page("CHD1")
        self.assertIn("Order 17.", page.visible)
        self.assertIn("the government wrote", page.visible)
        self.assertIn("Cleared", page.visible)

    def test_a_message_with_data_of_a_person_has_to_be_confirmed(self):
        self.cleared("CHD2", numerator="1", denominator="4")
        place = self.desk.review + "CHD2"
        page = self.send("CHD2", "Call +7 701 123 45 67.")
        self.assertEqual(page.status, 422)
        self.assertIn("<mark>+7 701 123 45 67</mark>", page.text)
        self.assertIn("Call +7 701 123 45 67.", page.text)
        confirm = re.search(r'name="confirmed" value="([0-9a-f]+)"', page.text).group(1)
        self.assertNotIn("Call +7", self.desk.focal.get(self.desk.seat + "CHD2").text)
        page = self.desk.secretariat.submit(page, place, do="message", message="Call +7 701 123 45 67.", confirmed=confirm)
        self.assertIn("The message is sent.", page.visible)
        self.assertIn("Call +7", self.desk.focal.get(self.desk.seat + "CHD2").text)
        page = self.send("CHD2", "Call +7 701 123 45 68.", self.desk.focal, self.desk.seat)
        self.assertEqual(page.status, 422)
        self.assertIn("<mark>+7 701 123 45 68</mark>", page.text)

    def test_an_empty_or_too_long_message_comes_back_as_typed(self):
        self.cleared("CHD3", numerator="1", denominator="4")
        for text in ("", " \n", "ё" * 1001):
            for client, place in ((self.desk.secretariat, self.desk.review), (self.desk.focal, self.desk.seat)):
                page = self.send("CHD3", text, client, place)
                self.assertEqual(page.status, 422)
                self.assertIn("message-error", page.text)
                if text.strip():
                    self.assertIn(text, page.text)
        self.assertNotIn('class="history thread"', self.page("CHD3").text)

    def test_a_hostile_message_is_only_text(self):
        self.cleared("CHD4", value="1")
        text = "<script>alert(1)</script>{{X}} \"'&"
        self.send("CHD4", text)
        for page in (self.page("CHD4"), self.desk.focal.get(self.desk.seat + "CHD4")):
            self.assertNotIn("<script>alert", page.text)
            self.assertIn("{{X}}", page.visible)

    def test_forged_messages_are_refused(self):
        self.cleared("CHD5", value="4")
        before = self.page("CHD5").visible
        for name, place in (("seconded", self.desk.review), ("focal", self.desk.review), ("administrator", self.desk.review),
                            ("observer", self.desk.seat), ("other", self.desk.seat), ("secretariat", self.desk.seat), ("donor", self.desk.seat)):
            client = getattr(self.desk, name)
            answer = client.post(place + "CHD5", dict(do="message", message="Forged.", csrf=self.desk.csrf(client)))
            self.assertEqual(answer.status, 403, name)
            self.assertNotIn("Forged.", self.page("CHD5").text, name)
        self.assertEqual(self.desk.secretariat.post(self.desk.review + "CHD5", dict(do="message", message="Forged.")).status, 403)
        self.assertEqual(self.page("CHD5").visible, before)

    # --- the list ---

    def test_the_list_is_narrowed_down_by_state_domain_look_and_words(self):
        self.cleared("XBR1", value="1")
        self.cleared("XBR2", value="1")
        self.cleared("XBR6", value="1")
        self.send("XBR6", "Which agreement?")
        def codes(query):
            page = self.desk.secretariat.get(self.desk.review + query)
            self.assertEqual(page.status, 200, query)
            return set(re.findall(r'scope="row"><a href="[^"]*/([A-Z]+\d)"', page.text))
        self.assertEqual(len(codes("")), 49)
        self.assertEqual(codes("?domain=XBR&state=cleared"), {"XBR1", "XBR2", "XBR6"})
        self.assertEqual(codes("?domain=XBR&look=asked"), {"XBR6"})
        self.assertEqual(codes("?domain=XBR&look=any"), {"XBR6"})
        self.assertEqual(codes("?q=xbr2"), {"XBR2"})
        self.assertIn("No indicator fits", self.desk.secretariat.get(self.desk.review + "?q=nothing+such").visible)
        for query in ("?state=wild", "?domain=NIX", "?look=wild"):
            self.assertEqual(self.desk.secretariat.get(self.desk.review + query).status, 400, query)

    def test_values_stand_in_the_list_only_once_they_are_cleared(self):
        self.desk.save("JUS1", do="submit", value=MARK)
        page = self.desk.secretariat.get(self.desk.review + "?q=JUS1")
        self.assertNotIn(MARK, page.text)
        self.assertNotIn("Focal", page.visible)  # nor who wrote it
        self.desk.clear("JUS1")
        page = self.desk.secretariat.get(self.desk.review + "?q=JUS1")
        self.assertIn(MARK, page.text)
        self.assertIn("Clearing, 10 March 2026", page.visible)

    def test_small_cells_need_a_look(self):
        page = self.desk.focal.get(self.desk.seat + "IDR3")
        fields = {name: "" for name in re.findall(r'name="(cell:[^"]+)"', page.text)}
        sex = [name for name in fields if name.startswith("cell:sex=")]
        fields[sex[0]], fields[sex[1]] = "3", "9"
        self.desk.save("IDR3", do="submit", value="12", **fields)
        self.desk.clear("IDR3")
        self.assertIn("small cells", self.page("IDR3").visible)
        self.assertIn("IDR3", self.desk.secretariat.get(self.desk.review + "?look=small").visible)

    # --- accepting what needs no look ---

    def test_what_needs_no_look_is_listed_and_accepted_all_or_none(self):
        for code in ("PRO3", "PRO4", "PRO5"):
            self.cleared(code, value="1")
        self.send("PRO5", "Which shelter?")
        path = self.desk.review + "accept"
        page = self.desk.secretariat.get(path)
        steps = post_fields(page, path)["answer"]
        self.assertIn("PRO3:1", steps)
        self.assertNotIn("PRO5:1", steps)
        self.assertIn("PRO5", page.visible.split("To be looked at one by one")[1])
        # One of them is taken back and comes anew: nothing is accepted.
        self.desk.clearing.submit(self.desk.clearing.get(self.desk.seat + "PRO4"), self.desk.seat + "PRO4", do="return", why="Wait.")
        self.cleared("PRO4", value="2")
        refused = self.desk.secretariat.submit(page, path)
        self.assertEqual(refused.status, 409)
        self.assertIn("Focal saved revision 2 of PRO4", refused.visible)
        self.assertIn("Cleared", self.page("PRO3").visible)
        # The list is the new one, and goes through.
        self.assertIn("PRO4:2", post_fields(refused, path)["answer"])
        done = self.desk.secretariat.submit(refused, path)
        self.assertIn("The answers are accepted.", done.visible)
        for code, state in (("PRO3", "Accepted"), ("PRO4", "Accepted"), ("PRO5", "Cleared")):
            self.assertIn(state, self.page(code).visible, code)

    def test_an_answer_that_needs_a_look_is_not_accepted_among_many_even_by_a_forged_post(self):
        self.cleared("PRO6", value="1")
        self.send("PRO6", "Which centre?")
        client, path = self.desk.secretariat, self.desk.review + "accept"
        answer = client.post(path, dict(csrf=self.desk.csrf(client), answer=["PRO6:1"]))
        self.assertEqual(answer.status, 409)
        self.assertIn("PRO6 needs a look by now (a question is open)", answer.visible)
        for forged in (["PRO6"], ["NIX9:1"], ["PRO7:1"], []):
            answer = client.post(path, dict(csrf=self.desk.csrf(client), answer=forged))
            self.assertIn(answer.status, (400, 404, 409, 422), forged)
        self.assertIn("Cleared", self.page("PRO6").visible)

    def test_nobody_accepts_among_many_for_their_own_participant(self):
        self.cleared("LAW6", value="1")
        client, path = self.desk.seconded, self.desk.review + "accept"
        self.assertIn("You belong to this participant", client.get(path).visible)
        self.assertNotIn("LAW6:1", client.get(path).text)
        answer = client.post(path, dict(csrf=self.desk.csrf(client), answer=["LAW6:1"]))
        self.assertEqual(answer.status, 403)
        self.assertIn("Cleared", self.page("LAW6").visible)

    # --- roles and languages ---

    def test_the_pages_are_for_the_secretariat(self):
        for name in PEOPLE:
            for path in (self.desk.review, self.desk.review + "LAW1", self.desk.review + "accept"):
                self.assertEqual(getattr(self.desk, name).get(path).status, 200 if name in ("secretariat", "seconded") else 403, (name, path))

    def test_the_pages_are_whole_in_russian(self):
        self.desk.save("GOV1", do="submit", value="1")
        client = self.desk.secretariat
        for path in (self.desk.review, self.desk.review + "GOV1", self.desk.review + "accept", self.desk.board):
            page = client.get(path + "?lang=ru")
            main = re.sub(r"<(option|textarea)\b.*?</\1>", "", page.text.split("<main", 1)[1].split("</main>")[0], flags=re.S)
            for english in ("Accept", "Answer", "Look", "Questions", "review", "Send", "government", "Evidence"):
                self.assertIsNone(re.search(r"[>\s]%s[<\s]" % english, main), (path, english))
            client.get(path + "?lang=en")


class Secrets(unittest.TestCase):
    """What a government has not cleared stands on no page of the secretariat."""

    @classmethod
    def setUpClass(cls):
        cls.desk = Desk()
        cls.desk.save("IDR3", value=MARK, narrative=WORDS)
        cls.desk.save("JUS2", do="submit", value=MARK, narrative=WORDS)
        # Rules of these two name the figures above.
        for code, fields in (("PRO1", dict(numerator="1", denominator="2", explanation="Few.")), ("JUS3", dict(value="99999", explanation="All."))):
            cls.desk.save(code, do="submit", **fields)
        cls.named = cls.desk.clearing.get(cls.desk.seat + "clearing").visible
        cls.desk.clear("PRO1")
        cls.desk.clear("JUS3")

    @classmethod
    def tearDownClass(cls):
        cls.desk.close()

    def test_no_page_of_the_secretariat_shows_what_is_not_cleared(self):
        desk = self.desk
        self.assertIn("there it is " + MARK, self.named)  # the rule itself names it to its government
        paths = {"/secretariat/", desk.board, desk.review, desk.review + "accept", desk.board + "XBB/", "/secretariat/catalogue"}
        seen = set()
        while paths - seen:
            path = (paths - seen).pop()
            seen.add(path)
            page = desk.secretariat.get(path)
            self.assertEqual(page.status, 200, path)
            self.assertNotIn(MARK, page.text, path)
            self.assertNotIn(WORDS, page.text, path)
            # One link of each kind is enough of the list; every answer of the first participant.
            for link in re.findall(r'href="(/secretariat/[^"#]*)"', page.text):
                link = link.replace("&amp;", "&")
                if "/audit" not in link and "/report" not in link and "lang=" not in link and ("/XBB/" not in link or link.endswith("XBB/")):
                    paths.add(link)
        self.assertGreater(len(seen), 60)
        self.assertIn(desk.review + "JUS3", seen)


if __name__ == "__main__":
    unittest.main()
