"""Prints how fast the bot is beside the libraries it is made of, as ratios, and pictures how time grows with size.

    python tests/benchmarks/run.py ../shared/data/books-150k-paragraphs.txt.gz [--sizes 240,10000,100000]

The data is a file with one paragraph a line, or a folder of text files. What tests/benchmarks/growth.svg shows is
made anew.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path

HERE = Path(__file__).parent
QUESTION = "what is Korea doing in Malaysia?"
COLOURS = {"rank_bm25": "#b3261e", "bare": "#7a7a7a", "ask, rank-bm25": "#1a5fb4", "ask, tantivy": "#26794a"}


def main() -> None:
    """Measure each size and print the tables."""
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=Path)
    parser.add_argument("--sizes", default="240,10000,100000")
    parser.add_argument("--folder", type=Path, help="where corpora and indexes are kept for the next time")
    arguments = parser.parse_args()
    sizes = [int(size) for size in arguments.sizes.split(",")]
    with tempfile.TemporaryDirectory(prefix="bot-benchmarks-") as temporary:
        folder = arguments.folder or Path(temporary)
        folder.mkdir(exist_ok=True)
        figures = {size: measure(arguments.data, size, folder) for size in sizes}
    names = ("rank-bm25", "bm25s", "tantivy", "numpy", "nltk")
    say(f"Python {platform.python_version()}, " + ", ".join(f"{name} {version(name)}" for name in names))
    say(f"{arguments.data.name}; {os.cpu_count()} cores, one thread; medians of 200 questions, ms; x: times faster\n")
    table(
        ["paragraphs", "rank_bm25", "bm25s", "bot, rank-bm25", "x", "bare tantivy", "bot, tantivy"],
        (
            [
                f"{size:,}",
                *(ms(f, k) for k in ("rank_bm25", "bm25s", "engine")),
                ratio(f, "rank_bm25", "engine"),
                ms(f, "bare"),
                ms(f, "tantivy engine"),
            ]
            for size, f in figures.items()
        ),
    )
    table(
        ["paragraphs", "ask, rank-bm25", "ask, tantivy", "over bare tantivy", "to first answer, s", "memory, MB"],
        (
            [
                f"{size:,}",
                ms(f, "ask"),
                ms(f, "tantivy ask"),
                f"+{(f['tantivy ask'] - f['bare']) * 1000:.2f} ms" if "tantivy ask" in f else "",
                number(f, "tantivy first"),
                number(f, "tantivy ask_mb"),
            ]
            for size, f in figures.items()
        ),
    )
    table(
        [
            "paragraphs",
            "build, s",
            "processor, s",
            "of it terms",
            "bare tantivy",
            "x, terms aside",
            "memory, MB",
            "disk, MB",
        ],
        (
            [
                f"{size:,}",
                number(f, "tantivy build"),
                number(f, "tantivy build_cpu"),
                number(f, "tantivy terms"),
                number(f, "tantivy bare_cpu"),
                f"{(f['tantivy build_cpu'] - f['tantivy terms']) / f['tantivy bare_cpu']:.1f}",
                number(f, "tantivy build_mb"),
                number(f, "tantivy disk_mb"),
            ]
            for size, f in figures.items()
            if "tantivy build" in f
        ),
    )
    asking, importing = start()
    say(f"bot ask: {asking / importing:.2f} times `import flask, nltk, rank_bm25` ({importing:.2f} s)")
    (HERE / "growth.svg").write_text(picture(figures), "utf-8")


def measure(data: Path, size: int, folder: Path) -> dict[str, float]:
    """Return the figures of one size; rank-bm25's where it is a choice at all."""
    figures: dict[str, float] = {}
    parts = ("build", "ask", "search")
    for engine, prefix, its_parts in (("rank-bm25", "", parts), ("tantivy", "tantivy ", (*parts, "terms"))):
        if engine == "rank-bm25" and size > 100_000:
            continue
        for part in its_parts:
            command = [sys.executable, str(HERE / "measure.py"), str(data), str(size), str(folder), part, engine]
            done = subprocess.run(command, check=True, capture_output=True, text=True)  # our own command
            figures |= {f"{prefix}{name}": value for name, value in json.loads(done.stdout).items()}
    figures["bare"] = figures.pop("tantivy bare")
    return figures


def start() -> tuple[float, float]:
    """Return the seconds of `bot ask` and of importing the libraries, each the best of five."""
    commands = (["-m", "bot", "ask", QUESTION], ["-c", "import flask, nltk, rank_bm25"])
    best = [float("inf")] * 2
    for _ in range(5):
        for place, command in enumerate(commands):
            began = time.perf_counter()
            subprocess.run([sys.executable, *command], check=True, capture_output=True)  # our own command
            best[place] = min(best[place], time.perf_counter() - began)
    return best[0], best[1]


def table(heads: list[str], rows: object) -> None:
    """Print a table in Markdown."""
    say(f"| {' | '.join(heads)} |\n|{'---:|' * len(heads)}")
    for row in rows:  # type: ignore[attr-defined] # rows of text
        say(f"| {' | '.join(row)} |")
    say("")


def ms(figures: dict[str, float], name: str) -> str:
    return f"{figures[name] * 1000:.3f}" if name in figures else ""


def number(figures: dict[str, float], name: str) -> str:
    return f"{figures[name]:.2f}".removesuffix(".00") if name in figures else ""


def ratio(figures: dict[str, float], slow: str, fast: str) -> str:
    return f"{figures[slow] / figures[fast]:.0f}" if slow in figures else ""


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def picture(figures: dict[int, dict[str, float]]) -> str:
    """Return a picture of milliseconds over paragraphs, both in powers of ten."""
    from math import log10  # noqa: PLC0415

    series = {
        "rank_bm25": ("rank_bm25", "rank_bm25, search alone"),
        "bare": ("bare", "tantivy, search alone"),
        "ask, rank-bm25": ("ask", "bot, whole answer, rank-bm25"),
        "ask, tantivy": ("tantivy ask", "bot, whole answer, tantivy"),
    }

    def x(size: float) -> float:
        return 60 + (log10(size) - 2) * 105

    def y(value: float) -> float:
        return 230 - (log10(value * 1000) + 2) * 42

    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 680 270" font-family="sans-serif" font-size="11">']
    parts.append('<rect width="680" height="270" fill="#fff"/>')
    for size in (100, 1000, 10_000, 100_000, 1_000_000):
        at = f"{x(size):.0f}"
        parts += (
            f'<path d="M{at} 20V230" stroke="#eee"/>',
            f'<text x="{at}" y="246" text-anchor="middle">{size:,}</text>',
        )
    for time_ms in (0.01, 0.1, 1, 10, 100, 1000):
        at = y(time_ms / 1000)
        parts += (
            f'<path d="M60 {at:.0f}H480" stroke="#eee"/>',
            (f'<text x="54" y="{at + 4:.0f}" text-anchor="end">{time_ms:g} ms</text>'),
        )
    parts.append('<text x="270" y="264" text-anchor="middle">paragraphs</text>')
    for place, (name, (key, label)) in enumerate(series.items()):
        points = [(x(size), y(each[key])) for size, each in figures.items() if key in each]
        colour = COLOURS[name]
        line = " ".join(f"{a:.1f},{b:.1f}" for a, b in points)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts.extend(f'<circle cx="{a:.1f}" cy="{b:.1f}" r="3" fill="{colour}"/>' for a, b in points)
        parts.append(f'<text x="490" y="{60 + 20 * place}" fill="{colour}">{label}</text>')
    return "\n".join([*parts, "</svg>\n"])


if __name__ == "__main__":
    main()
