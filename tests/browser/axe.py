"""The accessibility checker axe-core in a page: WCAG 2.2 A and AA, and its best practices. tests/npm-install fetches it.

    axe.violations(browser)     # a list of sentences, empty where nothing is found
    axe.missing()               # why it can't be used on this machine, or None
"""
import npm

SCRIPT = npm.path("axe-core", "axe.min.js")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

RUN = """
const done = arguments[arguments.length - 1];
axe.run(document, {runOnly: {type: "tag", values: arguments[0]}, resultTypes: ["violations"]})
    .then(found => done({violations: found.violations, rules: found.passes.length}), failed => done({failed: String(failed)}));
"""


def missing():
    return npm.missing("axe-core")


def violations(browser):
    """What is wrong on the page that the browser shows; needs its scripts."""
    driver = browser.driver
    if not driver.execute_script("return typeof axe === 'object'"):
        with open(SCRIPT, encoding="utf-8") as script:
            driver.execute_script(script.read())
    driver.set_script_timeout(120)
    found = driver.execute_async_script(RUN, RULES)
    # A check that checked nothing would find nothing.
    if "failed" in found or found["rules"] == 0:
        raise AssertionError("axe-core did not run on %s: %s" % (browser.path, found))
    return ["%s (%s): %s: %s: %s" % (one["id"], one["impact"], one["help"], node["target"], node["html"][:200])
            for one in found["violations"] for node in one["nodes"]]


def weight(browser):
    """Bytes of the page and of all that it loaded, as they came over the line."""
    return browser.driver.execute_script("""
        return [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
            .reduce((sum, entry) => sum + entry.encodedBodySize, 0);""")
