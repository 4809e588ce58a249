"""Annotates an archive of articles with Apache Spark: each partition of the lines is a pipe through
`ascribe annotate`.

    python annotate.py articles.jsonl predictions --master 'local[2]'

Reads JSON Lines (`id` and `text`) from any path that Spark can read and writes a folder of parts; the
parts in the order of their names hold the predictions in the order of the articles. Leaves out the
cluster: give --master what you would give spark-submit, and have the program on every machine.
"""

import argparse
import shlex
import time

from pyspark.sql import SparkSession

# Spark makes the parallelism, one process a core: within each the program is to use one core only.
ONE_CORE = {"RAYON_NUM_THREADS": "1"}


def annotate(session, articles, out, program="ascribe", partitions=None):
    """Writes the predictions for all `articles` to the folder `out`, which must not exist yet.

    A line that is no article fails its partition and with it the job, rather than be missing from
    the predictions unnoticed: the program names the line on the worker's standard error.
    """
    lines = session.sparkContext.textFile(articles, minPartitions=partitions)
    command = shlex.join([program, "annotate", "-"])
    lines.pipe(command, env=ONE_CORE, checkCode=True).saveAsTextFile(out)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("articles", help="JSON Lines, one article a line")
    parser.add_argument("out", help="folder for the predictions; must not exist yet")
    parser.add_argument("--master", default="local[*]", help="Spark's master (default: this machine, all cores)")
    parser.add_argument("--ascribe", default="ascribe", help="the program, if it is not in the PATH")
    parser.add_argument("--partitions", type=int, help="at least so many pipes; a few a core keep all busy")
    arguments = parser.parse_args()
    session = SparkSession.builder.master(arguments.master).appName("ascribe").getOrCreate()
    session.sparkContext.setLogLevel("WARN")
    began = time.monotonic()
    annotate(session, arguments.articles, arguments.out, arguments.ascribe, arguments.partitions)
    took = time.monotonic() - began
    count = session.sparkContext.textFile(arguments.out).count()
    print(f"{count} articles in {took:.1f} s on {arguments.master}: {count / took:.0f} a second")
    session.stop()


if __name__ == "__main__":
    main()
