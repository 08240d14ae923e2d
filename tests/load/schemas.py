"""Holds a server against its own description with Schemathesis, and prints what that found.

    python tests/load/schemas.py [--examples 1000] [--seeds 1,2,3]

It ends with 1 where a reply was not as described. ``tests/test_openapi.py`` does the same with few examples.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from serving import serving


def schemathesis(folder: Path, examples: int, seed: str) -> subprocess.CompletedProcess[str]:
    """Send each operation of a server of its own so many examples, with all checks; other files go to a folder."""
    with serving(folder, access_log="false") as server:
        command = [str(Path(sys.executable).with_name("schemathesis")), "run", f"{server.url}/openapi.json"]
        options = ["--checks", "all", "--max-examples", str(examples), "--seed", seed, "--no-color"]
        return subprocess.run([*command, *options], capture_output=True, text=True, check=False, cwd=folder)


def main() -> int:
    """Run Schemathesis with each seed; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--examples", type=int, default=1000)
    parser.add_argument("--seeds", default="1,2,3")
    arguments = parser.parse_args()
    failed = False
    for seed in arguments.seeds.split(","):
        with tempfile.TemporaryDirectory() as folder:
            ran = schemathesis(Path(folder), arguments.examples, seed)
        failed |= ran.returncode != 0
        # The figures stand at the end; before them is what failed.
        shown = ran.stdout if ran.returncode else ran.stdout[ran.stdout.rfind("API Operations:") :]
        sys.stdout.write(f"seed {seed}, {arguments.examples:,} examples an operation: ended with {ran.returncode}\n")
        sys.stdout.write(f"{shown.strip()}\n\n")
        sys.stdout.flush()
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
