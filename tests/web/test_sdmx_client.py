"""What a statistician's own client makes of the dataflows: rsdmx, the R package for SDMX that Debian has, reads the XML of every one of them.

It reads data of series. Structures it knows up to SDMX 2.1 only, so that those of 3.0 are for the schemas (test_sdmx_schemas.py).
"""
import os
import shutil
import subprocess
import unittest

import sdmx

# For each "address columns…": the columns of the data frame, tab-separated, between lines that name the address.
SCRIPT = """
suppressMessages(library(rsdmx))
for (line in readLines(file("stdin"))) {
  words <- strsplit(line, " ")[[1]]
  frame <- as.data.frame(readSDMX(words[1]))
  # Where no observation has a value there is no such column.
  if (!"OBS_VALUE" %in% names(frame)) frame$OBS_VALUE <- ""
  cat("== ", words[1], "\\n", sep = "")
  write.table(frame[, words[-1]], sep = "\\t", quote = FALSE, row.names = FALSE, col.names = FALSE, na = "")
}
"""


def has_client():
    return shutil.which("Rscript") is not None and subprocess.run(
        ["Rscript", "-e", "library(rsdmx)"], capture_output=True, check=False).returncode == 0


class Client(unittest.TestCase):
    def test_a_client_reads_what_the_csv_says_of_every_dataflow(self):
        if not has_client():
            self.skipTest("Debian's r-cran-rsdmx is not there")
        site = sdmx.shared()
        client = site.client("en")
        expected, asked = {}, []
        for identifier in sdmx.flows(client):
            flow = sdmx.Flow(client, identifier)
            columns = flow.dimensions + ["OBS_VALUE", "OBS_STATUS"]
            path = "/sdmx/v2/data/dataflow/ALMATY/%s/1.0/*" % identifier
            header, rows = sdmx.csv_rows(client.get(path, headers={"Accept": sdmx.DATA_CSV}).text)
            places = [header.index(column) for column in columns]
            address = "http://127.0.0.1:%d%s?format=xml" % (site.port, path)
            expected[address] = sorted("\t".join(row[place] for place in places) for row in rows)
            asked.append(" ".join([address] + columns))
        self.assertGreater(len(expected), 10)
        done = subprocess.run(["Rscript", "-e", SCRIPT], input="\n".join(asked) + "\n", capture_output=True, text=True, check=False, timeout=600,
                              env=dict(os.environ, LC_ALL="C.UTF-8", no_proxy="127.0.0.1"))
        self.assertEqual(done.returncode, 0, done.stderr[-2000:])
        got = {}
        for line in done.stdout.splitlines():
            if line.startswith("== "):
                rows = got.setdefault(line[3:], [])
            else:
                rows.append(line)
        self.assertEqual(set(got), set(expected))
        for address, rows in got.items():
            self.assertTrue(rows, address)
            self.assertEqual(sorted(rows), expected[address], address)


if __name__ == "__main__":
    unittest.main()
