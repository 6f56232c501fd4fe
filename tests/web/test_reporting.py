"""The reporting pages through a real server: forms of every type, refusals, two people at once, clearing."""
import concurrent.futures
import unittest

from desk import Desk, post_fields


class Reporting(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.desk = Desk()
        cls.seat = cls.desk.seat

    @classmethod
    def tearDownClass(cls):
        cls.desk.close()

    def assertWrong(self, page, *words, status=422):
        self.assertEqual(page.status, status, page.visible)
        self.assertIn("field-error" if status == 422 else "notice-bad", page.text)
        for word in words:
            self.assertIn(word, page.visible)

    # --- what is shown ---

    def test_home_lists_own_open_rounds_with_progress_and_deadline(self):
        page = self.desk.focal.get("/reporting/")
        self.assertEqual(page.status, 200)
        for words in ("Alphaland", "2025", "due on 20 March 2026", "of 49 submitted"):
            self.assertIn(words, page.visible)
        self.assertNotIn("Betaland", page.visible)
        self.assertIn("<progress", page.text)

    def test_questionnaire_lists_every_indicator_by_domain(self):
        page = self.desk.focal.get(self.seat)
        self.assertEqual(page.text.count('class="code"'), 49)
        self.assertIn(">Identification</h3>", page.text)

    def test_form_shows_the_criteria_of_each_level_and_what_counts_as_evidence(self):
        page = self.desk.focal.get(self.seat + "IDR2")
        self.assertEqual(page.text.count('type="checkbox" name="item"'), 10)
        self.assertEqual(page.text.count('type="checkbox" name="value" value="0"'), 1)
        self.assertIn("A coordinator has been appointed by order", page.visible)
        self.assertIn("What counts as evidence", page.visible)

    def test_pages_are_whole_in_russian(self):
        for path in ("/reporting/", self.seat, self.seat + "IDR2", self.seat + "LAW4", self.seat + "IDR6"):
            page = self.desk.focal.get(path + "?lang=ru")
            self.assertEqual(page.status, 200)
            self.assertIn('<html lang="ru">', page.text)
            for english in ("Save draft", "due on", "Submit", "Not started", "How to answer", "Numerator"):
                self.assertNotIn(english, page.visible)
        self.desk.focal.get("/reporting/?lang=en")

    # --- saving ---

    def test_each_type_of_answer_is_kept_as_it_was_given(self):
        cases = {
            "LAW1": (dict(value="2"), "Level 2"),
            "LAW4": (dict(item=["PP", "C29"]), "2 of 7 items met"),
            "GOV6": (dict(value="0"), "No"),
            "IDR3": (dict(value="1234"), "1234 persons"),
            "JUS4": (dict(numerator="3", denominator="8"), "37.5 % (3 of 8)"),
            "PRO1": (dict(value="12,5"), "12.5 %"),
            "IDR4": (dict(numerator="1234", denominator="4936000"), "25 per 100,000 population"),
            "XBR2": (dict(status="not_available", reason="No register."), "Not available"),
            "CHD3": (dict(status="not_applicable", reason="No returns."), "Not applicable"),
        }
        for code, (fields, words) in cases.items():
            page = self.desk.save(code, do="submit", **fields)
            self.assertEqual(page.status, 200, code + page.visible)
            self.assertIn("waits for clearing", page.visible)
            self.assertIn(words, page.visible, code)

    def test_a_draft_comes_back_as_it_was_typed_line_breaks_included(self):
        text = 'One <b>&amp; "two"\n\n  three </textarea>'
        page = self.desk.save("LAW2", value="0", narrative=text, source="Gazette")
        self.assertIn("The draft is saved.", page.visible)
        fields = dict(page.form(self.seat + "LAW2"))
        self.assertEqual(fields["narrative"], text)
        self.assertEqual((fields["value"], fields["source"], fields["base"]), ("0", "Gazette", "1"))
        page = self.desk.focal.submit(page, self.seat + "LAW2", do="save")
        self.assertIn("nothing new", page.visible)

    def test_a_form_posted_twice_saves_once(self):
        form = self.desk.focal.get(self.seat + "LAW3")
        for words in ("The draft is saved.", "nothing new"):
            page = self.desk.focal.submit(form, self.seat + "LAW3", do="save", value="1", item=None)
            self.assertIn(words, page.visible)
            self.assertEqual(dict(page.form(self.seat + "LAW3"))["base"], "1")

    def test_numbers_with_comma_or_point_are_the_same(self):
        for number in ("33.125", "33,125"):
            page = self.desk.save("GOV3", value=number)
            self.assertEqual(page.status, 200)
            self.assertEqual(dict(page.form(self.seat + "GOV3"))["value"], "33.125")
        page = self.desk.save("GOV3", value="", numerator="1 250,5", denominator="2501")
        self.assertIn("50 % (1250.5 of 2501)", page.visible)
        self.assertIn("50 % (1250,5 из 2501)", self.desk.focal.get(self.seat + "GOV3?lang=ru").visible)
        self.desk.focal.get(self.seat + "?lang=en")

    # --- refusals: the form comes back as typed, the field marked ---

    def test_a_wrong_value_comes_back_as_typed_with_its_field_marked(self):
        cases = [
            ("JUS4", dict(numerator="5", denominator="4"), "numerator"),
            ("JUS4", dict(numerator="five", denominator="4"), "numerator"),
            ("JUS4", dict(numerator="1,000", denominator="4000"), "numerator"),
            ("JUS4", dict(value="101"), "value"),
            ("JUS1", dict(value="-1"), "value"),
            ("JUS1", dict(value="2.5"), "value"),
            ("JUS7", dict(value="7"), None),
            ("JUS1", dict(evidence_text1="https://example.test/ x"), None),
            ("JUS1", dict(evidence_text1="https://anna:secret@example.test/order"), None),
        ]
        for code, fields, field in cases:
            page = self.desk.save(code, narrative="Kept words.", **fields)
            self.assertWrong(page)
            back = dict(page.form(self.seat + code))
            self.assertEqual(back["narrative"], "Kept words.")
            for name, value in fields.items():
                if code != "JUS7":
                    self.assertEqual(back[name], value)
            if field:
                self.assertIn('aria-describedby="%s-error"' % field, page.text)
            self.assertEqual(dict(self.desk.focal.get(self.seat + code).form(self.seat + code))["base"], "0")

    def test_an_unfinished_answer_is_a_draft_but_cannot_be_submitted(self):
        self.assertEqual(self.desk.save("PRV1", narrative="So far.").status, 200)
        self.assertWrong(self.desk.save("PRV1", do="submit"), "Tick the criteria that are met")
        self.assertWrong(self.desk.save("PRV2", do="submit", numerator="3"), "The denominator is missing.")
        self.assertWrong(self.desk.save("PRV2", do="submit", status="not_available"), "Say why no answer is available.")

    def test_level_3_needs_evidence(self):
        self.assertWrong(self.desk.save("PRO3", do="submit", value="3"), "needs evidence")
        page = self.desk.save("PRO3", do="submit", value="3", evidence_text1="Order 5 of 2025", evidence_text2="https://example.test/order")
        self.assertIn("waits for clearing", page.visible)
        self.assertIn('href="https://example.test/order"', page.text)

    def test_evidence_is_taken_away(self):
        page = self.desk.save("PRO4", value="1", evidence_text1="Order 6 of 2025")
        remove = page.text.split('name="remove" value="')[1].split('"')[0]
        page = self.desk.focal.submit(page, self.seat + "PRO4", do="save", remove=remove)
        self.assertNotIn("Order 6", page.visible)

    def test_who_was_slower_sees_both_and_loses_nothing(self):
        first = self.desk.focal.get(self.seat + "XBR1")
        second = self.desk.deputy.get(self.seat + "XBR1")
        self.desk.focal.submit(first, self.seat + "XBR1", do="save", value="1", narrative="From the focal point.")
        page = self.desk.deputy.submit(second, self.seat + "XBR1", do="save", value="2", narrative="From the deputy.")
        self.assertWrong(page, "Focal saved revision 1", "From the focal point.", status=409)
        fields = dict(page.form(self.seat + "XBR1"))
        self.assertEqual((fields["narrative"], fields["base"]), ("From the deputy.", "1"))
        page = self.desk.deputy.submit(page, self.seat + "XBR1", do="save")
        self.assertIn("The draft is saved.", page.visible)
        self.assertIn("Level reached: 2.", page.visible)
        # What the other one wrote stays in the history.
        self.assertIn("revision 1", page.visible)

    def test_what_was_typed_is_not_lost_when_the_answer_went_on_meanwhile(self):
        self.desk.save("XBR3", numerator="1", denominator="2")
        late = self.desk.deputy.get(self.seat + "XBR3")
        self.desk.save("XBR3", do="submit")
        page = self.desk.deputy.submit(late, self.seat + "XBR3", do="save", narrative="Late words.")
        self.assertWrong(page, "waiting for clearing", status=409)
        self.assertIn("Late words.", page.text)

    def test_of_two_at_once_exactly_one_is_saved(self):
        forms = [(client, dict(client.get(self.seat + "PRV6").form(self.seat + "PRV6"))) for client in (self.desk.focal, self.desk.deputy)]
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            for base in range(15):
                waiting = [pool.submit(client.post, self.seat + "PRV6", dict(fields, base=str(base), do="save", source="%s %d" % (name, base)),
                                       follow=False)
                           for name, (client, fields) in zip(("Focal", "Deputy"), forms)]
                self.assertEqual(sorted(answer.result().status for answer in waiting), [303, 409])
        self.assertEqual(dict(self.desk.focal.get(self.seat + "PRV6").form(self.seat + "PRV6"))["base"], "15")

    def test_last_rounds_answer_stands_beside_the_form(self):
        self.desk.save("GOV5", do="submit", value="2")
        new = "/secretariat/rounds/new"
        fields = post_fields(self.desk.secretariat.get(new + "?framework=trafficking&period=2026"), new)
        page = self.desk.secretariat.post(new, dict(fields, opens_on="2026-03-01"))
        form = self.desk.focal.get("/reporting/%s/XAA/GOV5" % page.path.split("/")[3])
        self.assertIn("Your answer of 2025 Answer Level 2", form.visible)
        self.assertEqual(dict(form.form(form.path))["base"], "0")

    def test_a_form_of_another_site_is_refused(self):
        page = self.desk.focal.get(self.seat + "XBR4")
        for csrf in ("", "0" * 64):
            answer = self.desk.focal.submit(page, self.seat + "XBR4", do="save", value="5", csrf=csrf)
            self.assertEqual(answer.status, 403)
            self.assertIn("nothing was saved", answer.visible)

    def test_an_unknown_step_is_refused(self):
        self.assertEqual(self.desk.save("XBR4", do="destroy").status, 422)

    # --- who may what ---

    def test_observers_read_and_do_not_write(self):
        page = self.desk.observer.get(self.seat + "LAW1")
        self.assertEqual(page.status, 200)
        self.assertNotIn("<textarea", page.text)
        answer = self.desk.observer.post(self.seat + "XBR5", dict(csrf=self.desk.csrf(self.desk.observer), do="save", base="0", value="1"))
        self.assertEqual(answer.status, 403)

    def test_other_governments_see_nothing(self):
        for path in (self.seat, self.seat + "LAW1", self.seat + "clearing"):
            self.assertEqual(self.desk.other.get(path).status, 403, path)
        answer = self.desk.other.post(self.seat + "XBR5", dict(csrf=self.desk.csrf(self.desk.other), do="save", base="0", value="1"))
        self.assertEqual(answer.status, 403)

    def test_secretariat_administrator_and_donor_do_not_report(self):
        for client in (self.desk.secretariat, self.desk.seconded, self.desk.administrator, self.desk.donor):
            for path in ("/reporting/", self.seat, self.seat + "LAW1"):
                self.assertEqual(client.get(path).status, 403, path)

    def test_nobody_passes_without_signing_in(self):
        client = self.desk.site.client()
        self.assertIn("/account/sign-in?next=", client.get(self.seat + "LAW1", follow=False).location)
        self.assertEqual(client.post(self.seat + "LAW1", dict(do="save")).status, 401)

    def test_what_is_not_asked_is_not_found(self):
        for path in (self.seat + "NIX", "/reporting/999/XAA/", "/reporting/0/XAA/", "/reporting/x/XAA/"):
            self.assertEqual(self.desk.focal.get(path).status, 404, path)

    # --- clearing ---

    def test_focal_points_do_not_clear(self):
        self.desk.save("CHD1", do="submit", value="1")
        answer = self.desk.focal.post(self.seat + "CHD1", dict(csrf=self.desk.csrf(self.desk.focal), do="clear", base="1", audience="public"))
        self.assertEqual(answer.status, 403)
        self.assertEqual(self.desk.focal.get(self.seat + "clearing").status, 403)

    def test_clearing_officers_do_not_write(self):
        answer = self.desk.clearing.post(self.seat + "CHD2", dict(csrf=self.desk.csrf(self.desk.clearing), do="save", base="0",
                                                                 status="reported", value="5"))
        self.assertEqual(answer.status, 403)

    def test_clearing_explains_the_audiences_and_suggests_members(self):
        self.desk.save("CHD4", do="submit", value="1")
        page = self.desk.clearing.get(self.seat + "CHD4")
        self.assertEqual(dict(page.form(self.seat + "CHD4"))["audience"], "members")
        for words in ("the governments of the process and its secretariat", "donors who support", "open data"):
            self.assertIn(words, page.visible)
        page = self.desk.clear("CHD4", "public")
        self.assertIn("Everybody", page.visible)
        self.assertWrong(self.desk.clearing.submit(page, self.seat + "CHD4", do="clear", audience="world"))

    def test_a_return_needs_a_reason_which_the_focal_point_reads(self):
        self.desk.save("CHD5", do="submit", value="4")
        page = self.desk.clearing.get(self.seat + "CHD5")
        self.assertWrong(self.desk.clearing.submit(page, self.seat + "CHD5", do="return", why="  "), "Say why")
        page = self.desk.clearing.submit(page, self.seat + "CHD5", do="return", why="The survey\nis of 2021.")
        self.assertIn("is returned", page.visible)
        page = self.desk.focal.get(self.seat + "CHD5")
        self.assertIn("The survey\nis of 2021.", page.text)
        self.assertIn("Returned because : The survey", self.desk.focal.get(self.seat).visible.replace("because:", "because :"))
        self.assertIn("waits for clearing", self.desk.focal.submit(page, self.seat + "CHD5", do="submit", value="5").visible)

    def test_an_answer_can_be_withdrawn_from_clearing_only(self):
        page = self.desk.save("JUS2", do="submit", value="9")
        page = self.desk.focal.submit(page, self.seat + "JUS2", do="withdraw")
        self.assertIn("a draft again", page.visible)
        self.desk.save("JUS2", do="submit", value="9")
        self.desk.clear("JUS2")
        answer = self.desk.focal.post(self.seat + "JUS2", dict(csrf=self.desk.csrf(self.desk.focal), do="withdraw", base="1"))
        self.assertEqual(answer.status, 409)

    def test_an_audience_that_was_chosen_meanwhile_is_not_changed_by_an_older_page(self):
        self.desk.save("PRO6", do="submit", status="not_applicable", reason="None.")
        waiting = self.desk.clearing.get(self.seat + "PRO6")
        self.assertEqual(self.desk.clear("PRO6", "members").status, 200)
        late = self.desk.clearing.submit(waiting, self.seat + "PRO6", do="clear", audience="public")
        self.assertEqual(late.status, 409)
        self.assertIn("Clearing", late.visible)
        history = self.desk.clearing.get(self.seat + "PRO6/history").visible
        self.assertNotIn("Everybody", history)
        # From the page as it is now it can be.
        self.assertEqual(self.desk.clear("PRO6", "public").status, 200)
        self.assertIn("Everybody", self.desk.clearing.get(self.seat + "PRO6/history").visible)

    def test_several_answers_are_cleared_together(self):
        for code in ("JUS5", "JUS6"):
            self.desk.save(code, do="submit", value="50")
        page = self.desk.clearing.get(self.seat + "clearing")
        self.assertIn("50 %", page.visible)
        self.assertEqual(self.desk.clearing.submit(page, self.seat + "clearing", audience="donors", answer=None).status, 422)
        stale = self.desk.clearing.submit(page, self.seat + "clearing", audience="donors", answer=["JUS5:1", "JUS6:9"])
        self.assertEqual(stale.status, 409)
        page = self.desk.clearing.submit(page, self.seat + "clearing", audience="donors", answer=["JUS5:1", "JUS6:1"])
        self.assertIn("The chosen answers are cleared", page.visible)
        self.assertNotIn("JUS5:1", page.text)

    def test_the_history_tells_who_did_what(self):
        self.desk.save("PRV5", value="4")
        self.desk.save("PRV5", do="submit", value="6")
        page = self.desk.focal.get(self.seat + "PRV5")
        for words in ("revision 1) : 4 %", "revision 2) : 6 %", "sent to clearing"):
            self.assertIn(words, page.visible)


class Dates(unittest.TestCase):
    def test_nothing_is_drafted_after_the_close_unless_it_was_returned(self):
        desk = Desk()
        try:
            desk.save("LAW1", value="1")
            desk.save("LAW2", do="submit", value="1")
            desk.save("LAW3", do="submit", value="1")
            late = desk.focal.get(desk.seat + "LAW1")
            desk.clearing.submit(desk.clearing.get(desk.seat + "LAW2"), desk.seat + "LAW2", do="return", why="Mend it.")
            desk.site.stop()
            desk.site.now = "2026-04-01T09:00:00Z"
            desk.site.start()
            desk.clients.clear()
            self.assertIn("closed since 31 March 2026", desk.focal.get("/reporting/").visible)
            self.assertNotIn("Save draft", desk.focal.get(desk.seat + "LAW1").visible)
            fields = dict(late.form(desk.seat + "LAW1"), csrf=desk.csrf(desk.focal), do="save", narrative="Too late.")
            answer = desk.focal.post(desk.seat + "LAW1", fields)
            self.assertEqual(answer.status, 409)
            self.assertIn("Too late.", answer.text)
            self.assertIn("waits for clearing", desk.save("LAW2", do="submit", value="2").visible)
            self.assertIn("is cleared", desk.clear("LAW3").visible)
            # An extension opens the round again, for this participant.
            page = desk.secretariat.submit(desk.secretariat.get(desk.review), desk.review + "extend", until="2026-04-15", reason="Elections.")
            self.assertIn("The deadline is extended.", page.visible)
            self.assertIn("The draft is saved.", desk.save("LAW1", value="2").visible)
        finally:
            desk.close()


if __name__ == "__main__":
    unittest.main()
