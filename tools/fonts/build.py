"""Cuts the page's fonts and writes their style rules: see README.md."""

import shutil
from pathlib import Path

import fontpkg_literata
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

import fallback
from graft import graft

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PACKAGES = HERE / "node_modules"
SOFIA = PACKAGES / "@fontsource-variable" / "sofia-sans-extra-condensed"
COURIER = PACKAGES / "@fontsource" / "courier-prime"
LITERATA = Path(fontpkg_literata.__file__).parent
FONTS = ROOT / "public" / "fonts"
BUDGET = 70_000

ASCII = "".join(map(chr, range(0x20, 0x7F)))
PUNCTUATION = "\u00a0§©«»·°×–—‘’“”…†−↑↓"
ITALIC_PUNCTUATION = "\u00a0§·×–—‘’“”…†"
ACCENTS = "àáâäåçèéêëíîïñóôöøúûüýßæœ"
CAPITALS = "ÁÄÅÇÉÓÖØÜ"
SLAVIC = "ŠšŽžČčćŁłńřśě"

# Name of the output, family, the files it is cut from (where a package has one for each
# script block: both), axes to keep, characters, layout features, style and weight.
FACES = [
    {
        "out": "sofia-sans-extra-condensed.woff2",
        "family": "Sofia Sans Extra Condensed",
        "files": [
            SOFIA / "files" / "sofia-sans-extra-condensed-latin-wght-normal.woff2",
            SOFIA / "files" / "sofia-sans-extra-condensed-latin-ext-wght-normal.woff2",
        ],
        "axes": {"wght": (600, 900)},
        "text": ASCII + PUNCTUATION + ACCENTS + CAPITALS + "ŠščćłŽžř",
        "features": ["kern", "liga", "tnum"],
        "style": "normal",
        "weight": "600 900",
    },
    {
        "out": "literata.woff2",
        "family": "Literata",
        "files": [LITERATA / "files" / "Literata[opsz,wght].ttf"],
        "axes": {"wght": (400, 700), "opsz": 14},
        "text": ASCII + PUNCTUATION + "½→←" + ACCENTS + CAPITALS + SLAVIC,
        "features": ["kern", "liga"],
        "style": "normal",
        "weight": "400 700",
    },
    {
        "out": "literata-italic.woff2",
        "family": "Literata",
        "files": [LITERATA / "files" / "Literata-Italic[opsz,wght].ttf"],
        "axes": {"wght": 400, "opsz": 14},
        "text": ASCII + ITALIC_PUNCTUATION + ACCENTS + "ÁÉÖØÜŠščćł",
        "features": ["kern", "liga"],
        "style": "italic",
        "weight": "400",
    },
    {
        "out": "courier-prime.woff2",
        "family": "Courier Prime",
        "files": [
            COURIER / "files" / "courier-prime-latin-400-normal.woff2",
            COURIER / "files" / "courier-prime-latin-ext-400-normal.woff2",
        ],
        "axes": {},
        "text": ASCII + PUNCTUATION + ACCENTS + "Éščćł",
        "features": [],
        "style": "normal",
        "weight": "400",
    },
]

LICENCES = {
    "OFL-Sofia-Sans-Extra-Condensed.txt": SOFIA,
    "OFL-Literata.txt": LITERATA,
    "OFL-Courier-Prime.txt": COURIER,
}

DROPPED_TABLES = ["HVAR", "MVAR", "STAT", "VVAR", "vhea", "vmtx", "prep", "fpgm", "cvt ", "gasp"]


def cut(path, face):
    """The part of a font that the page uses."""
    font = TTFont(path)
    if face["family"] == "Literata":
        draw_old_style(font)
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


def draw_old_style(font):
    """Makes old-style figures the font's own, so that one set of figures is enough."""
    gsub = font["GSUB"].table
    numbers = {
        number
        for record in gsub.FeatureList.FeatureRecord
        if record.FeatureTag == "onum"
        for number in record.Feature.LookupListIndex
    }
    for number in numbers:
        for table in gsub.LookupList.Lookup[number].SubTable:
            mapping = getattr(table, "ExtSubTable", table).mapping
            for cmap in font["cmap"].tables:
                if cmap.isUnicode():
                    cmap.cmap = {code: mapping.get(name, name) for code, name in cmap.cmap.items()}


def build(face):
    font, *more = [cut(path, face) for path in face["files"]]
    for extra in more:
        graft(font, extra)
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
        shutil.copyfile(package / "LICENSE", FONTS / name)
    (ROOT / "style" / "fonts.css").write_text(fallback.style(FACES, FONTS, PACKAGES))


if __name__ == "__main__":
    main()
