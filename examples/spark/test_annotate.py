"""The Spark example in local mode gives what the program gives, and fails where the program fails.

`cargo xtask spark` runs it. ASCRIBE names the program. Says "skipped" in one line where PySpark, Java
or the program is missing.
"""

import json
import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

ASCRIBE = os.environ.get("ASCRIBE") or shutil.which("ascribe")
try:
    from pyspark.sql import SparkSession

    from annotate import annotate

    MISSING = "Java" if not shutil.which("java") and "JAVA_HOME" not in os.environ else None
except ImportError:
    MISSING = "PySpark"
if not ASCRIBE:
    MISSING = "the program ascribe"


class LocalMode(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.session = SparkSession.builder.master("local[2]").appName("test").getOrCreate()
        cls.session.sparkContext.setLogLevel("OFF")

    @classmethod
    def tearDownClass(cls):
        cls.session.stop()

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)

    def articles(self, *more):
        path = self.folder / "articles.jsonl"
        text = "🙂 Ada Brook, the mayor, said that bridge {0} was safe.\n\nThe builder denied hiding {0} reports."
        lines = [json.dumps({"id": f"a{n}", "text": text.format(n)}, ensure_ascii=n % 2 == 0) for n in range(60)]
        path.write_text("\n".join([*lines, *more]) + "\n", encoding="utf-8")
        return str(path)

    def test_parts_in_order_are_what_the_program_gives(self):
        articles, out = self.articles(), self.folder / "out"
        annotate(self.session, articles, str(out), ASCRIBE, partitions=4)
        parts = sorted(out.glob("part-*"))
        self.assertGreaterEqual(len(parts), 4)
        alone = subprocess.run([ASCRIBE, "annotate", articles], capture_output=True, check=True)
        self.assertEqual(b"".join(part.read_bytes() for part in parts), alone.stdout)
        self.assertEqual(alone.stdout.count(b"denial"), 60)

    def test_a_line_that_is_no_article_fails_the_job(self):
        out = self.folder / "out"
        with self.assertRaises(Exception):
            annotate(self.session, self.articles("not json"), str(out), ASCRIBE)
        self.assertFalse((out / "_SUCCESS").exists())


if __name__ == "__main__":
    if MISSING:
        print(f"skipped: Spark example, {MISSING} is missing")
    else:
        unittest.main()
