"""Where tests/npm-install has put the checkers that come as npm packages.

    npm.missing("axe-core")                 # why it can't be used on this machine, or None
    npm.path("axe-core", "axe.min.js")      # a file of the package
"""
import os

import kit


def path(package, *parts):
    return os.path.join(kit.BUILD, "npm", package, "node_modules", package, *parts)


def missing(package):
    try:
        with open(os.path.join(kit.BUILD, "npm", package + ".missing")) as reason:
            return reason.read().strip()
    except OSError:
        return None if os.path.exists(path(package, "package.json")) else "%s is not there: tests/npm-install build %s" % (package, package)
