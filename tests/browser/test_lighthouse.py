"""Lighthouse over one page of each kind of region.PAGES, the longest; `make bench` takes it, and its performance, over every row.

What it finds against accessibility axe-core finds too, and that looks at every row (test_public_pages.py).
"""
import unittest

import lighthouse
import region

BEGIN_FIRST = True


@unittest.skipIf(lighthouse.missing(), lighthouse.missing())
class Lighthouse(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.site = region.open_site()

    @classmethod
    def tearDownClass(cls):
        cls.site.close()

    def longest(self):
        """Of each kind of page the longest."""
        client, pages = self.site.client("en"), {}
        for page in region.PAGES:
            answer = client.get(page)
            if answer.status == 200:  # it refuses to look at a 404
                kind = region.kind(page)
                pages[kind] = max(pages.get(kind, (0, "")), (len(answer.body), page))
        return [page for _, page in pages.values()]

    def test_finds_nothing_against_accessibility_and_best_practices(self):
        pages = self.longest()
        self.assertGreater(len(pages), 20)
        for page, found in lighthouse.scores(self.site, pages, ("accessibility", "best-practices")):
            with self.subTest(page=page):
                self.assertEqual(set(found), {"accessibility", "best-practices"})
                for name, (score, wanting) in found.items():
                    self.assertGreaterEqual(score, 99, "%s of %s: %s" % (name, page, wanting))


if __name__ == "__main__":
    unittest.main()
