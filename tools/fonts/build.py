"""Cuts the page's fonts and writes their style rules: see README.md."""

import shutil
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

import fallback
from graft import graft

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PACKAGES = HERE / "node_modules"
FONTS = ROOT / "public" / "fonts"
BUDGET = 70_000

ASCII = "".join(map(chr, range(0x20, 0x7F)))
PUNCTUATION = "\u00a0§©«»·°×–—‘’“”…†−↑↓"
ACCENTS = "àáâäåçèéêëíîïñóôöøúûüýßæœ"
CAPITALS = "ÁÄÅÇÉÓÖØÜ"
SLAVIC = "ŠšŽžČčćŁłńřśě"

# Name of the output, family, the package's files (one for each script block), axes to
# keep, characters, layout features, style and weight.
FACES = [
    {
        "out": "sofia-sans-extra-condensed.woff2",
        "family": "Sofia Sans Extra Condensed",
        "package": "@fontsource-variable/sofia-sans-extra-condensed",
        "file": "sofia-sans-extra-condensed-{}-wght-normal.woff2",
        "axes": {"wght": (600, 900)},
        "text": ASCII + PUNCTUATION + ACCENTS + CAPITALS + "Šščćł",
        "features": ["kern", "liga", "tnum"],
        "style": "normal",
        "weight": "600 900",
    },
    {
        "out": "literata.woff2",
        "family": "Literata",
        "package": "@fontsource-variable/literata",
        "file": "literata-{}-wght-normal.woff2",
        "axes": {"wght": (400, 700)},
        "text": ASCII + PUNCTUATION + "½" + ACCENTS + CAPITALS + SLAVIC,
        "features": ["kern", "liga", "tnum"],
        "style": "normal",
        "weight": "400 700",
    },
    {
        "out": "literata-italic.woff2",
        "family": "Literata",
        "package": "@fontsource-variable/literata",
        "file": "literata-{}-wght-italic.woff2",
        "axes": {"wght": 400},
        "text": ASCII + PUNCTUATION + ACCENTS + CAPITALS + "Ščćł",
        "features": ["kern", "liga"],
        "style": "italic",
        "weight": "400",
    },
    {
        "out": "courier-prime.woff2",
        "family": "Courier Prime",
        "package": "@fontsource/courier-prime",
        "file": "courier-prime-{}-400-normal.woff2",
        "axes": {},
        "text": ASCII + PUNCTUATION + ACCENTS + "Éščćł",
        "features": [],
        "style": "normal",
        "weight": "400",
    },
]

LICENCES = {
    "OFL-Sofia-Sans-Extra-Condensed.txt": "@fontsource-variable/sofia-sans-extra-condensed",
    "OFL-Literata.txt": "@fontsource-variable/literata",
    "OFL-Courier-Prime.txt": "@fontsource/courier-prime",
}

DROPPED_TABLES = ["HVAR", "MVAR", "STAT", "VVAR", "vhea", "vmtx", "prep", "fpgm", "cvt ", "gasp"]


def cut(path, face):
    """The part of a font that the page uses."""
    font = TTFont(path)
    options = subset.Options()
    options.layout_features = face["features"]
    options.hinting = False
    options.name_IDs = [0, 1, 2, 4, 6, 14]
    options.notdef_outline = True
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=face["text"])
    subsetter.subset(font)
    for tag in DROPPED_TABLES:
        if tag in font:
            del font[tag]
    if face["axes"]:
        font = instancer.instantiateVariableFont(font, face["axes"])
    return font


def build(face):
    files = PACKAGES / face["package"] / "files"
    font = cut(files / face["file"].format("latin"), face)
    graft(font, cut(files / face["file"].format("latin-ext"), face))
    missing = set(face["text"]) - set(map(chr, font.getBestCmap()))
    out = FONTS / face["out"]
    font.flavor = "woff2"
    font.recalcTimestamp = False
    font.save(out)
    size = out.stat().st_size
    print(f"{size:6}  {out.name}  {len(font.getGlyphOrder())} glyphs  lacks {sorted(missing)}")
    return size


def main():
    FONTS.mkdir(parents=True, exist_ok=True)
    total = sum(build(face) for face in FACES)
    print(f"{total:6}  together, of {BUDGET}")
    if total > BUDGET:
        raise SystemExit("too large")
    for name, package in LICENCES.items():
        shutil.copyfile(PACKAGES / package / "LICENSE", FONTS / name)
    (ROOT / "style" / "fonts.css").write_text(fallback.style(FACES, FONTS, PACKAGES))


if __name__ == "__main__":
    main()
