"""Style rules for the cut fonts, and for local fonts scaled to take up the same room.

Until a font has arrived, a local one stands in. It is scaled (`size-adjust`) until
English text is as wide in it as in ours, and given our line metrics, so that nothing
moves when ours arrives. Local fonts differ, so each has its own rule; a browser takes
the last rule of a family whose font it has.
"""

import io

import uharfbuzz
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

# Characters in 10,000 of English prose.
PROSE = {
    " ": 1750, "e": 990, "t": 715, "a": 640, "o": 590, "i": 565, "n": 565, "s": 500, "r": 490,
    "h": 450, "l": 325, "d": 315, "u": 220, "c": 220, "m": 195, "f": 175, "g": 160, "p": 150,
    "w": 150, "y": 140, "b": 115, "v": 80, "k": 55, "x": 15, "j": 12, "q": 8, "z": 7,
    ",": 95, ".": 85, "’": 25, "“": 15, "”": 15, "-": 20, "1": 25, "9": 25, "7": 12, "0": 12,
    "S": 40, "J": 25, "A": 25, "T": 25, "C": 20, "I": 20, "U": 15, "M": 15, "N": 15, "W": 12,
}
# A piece of it, for what kerning and ligatures take away.
SAMPLE = (
    "We had no money, no office and no staff, and we had been told to wait. On Tuesday evening "
    "forty people came to the house; they wrote letters until the tables were full. Their names "
    "were read aloud, and after that the telephone rang every day. What could a few families in "
    "Ohio do for people whom they had never met? The answer, it turned out, was a great deal: "
    "they could refuse to be quiet, year after year, and teach others how to begin."
)
POSTER = {}
for letter, count in PROSE.items():
    POSTER[letter.upper()] = POSTER.get(letter.upper(), 0) + count

# Fonts whose widths equal those of well-known ones stand for them. Arial Narrow is Arial
# at 82 % of its width.
NARROW = 0.82


def _package(name):
    return "@fontsource/" + name + "/files/" + name + "-latin-{}.woff2"


GELASIO, TINOS, ARIMO, NOTO = map(_package, ["gelasio", "tinos", "arimo", "noto-serif"])
DEJAVU = "dejavu-fonts-ttf/ttf/DejaVu{}.ttf"

# Family, our file, style, weights it serves, weight it is measured at, letters, and the
# local fonts from the last resort to the best: their names, file and width.
STAND_INS = [
    ("Text Fallback", "literata.woff2", "normal", "400 550", 400, PROSE, [
        (["DejaVu Serif", "DejaVuSerif"], DEJAVU.format("Serif"), 1),
        (["Noto Serif", "NotoSerif", "NotoSerif-Regular"], NOTO.format("400-normal"), 1),
        (["Liberation Serif", "LiberationSerif", "Tinos", "Times New Roman", "TimesNewRomanPSMT"],
         TINOS.format("400-normal"), 1),
        (["Gelasio", "Gelasio-Regular", "Georgia"], GELASIO.format("400-normal"), 1),
    ]),
    ("Text Fallback", "literata.woff2", "normal", "551 700", 700, PROSE, [
        (["DejaVu Serif Bold", "DejaVuSerif-Bold"], DEJAVU.format("Serif-Bold"), 1),
        (["Noto Serif Bold", "NotoSerif-Bold"], NOTO.format("700-normal"), 1),
        (["Liberation Serif Bold", "LiberationSerif-Bold", "Tinos Bold", "Times New Roman Bold",
          "TimesNewRomanPS-BoldMT"], TINOS.format("700-normal"), 1),
        (["Gelasio Bold", "Gelasio-Bold", "Georgia Bold", "Georgia-Bold"],
         GELASIO.format("700-normal"), 1),
    ]),
    ("Text Fallback", "literata-italic.woff2", "italic", "400", 400, PROSE, [
        (["DejaVu Serif Italic", "DejaVuSerif-Italic"], DEJAVU.format("Serif-Italic"), 1),
        (["Noto Serif Italic", "NotoSerif-Italic"], NOTO.format("400-italic"), 1),
        (["Liberation Serif Italic", "LiberationSerif-Italic", "Tinos Italic",
          "Times New Roman Italic", "TimesNewRomanPS-ItalicMT"], TINOS.format("400-italic"), 1),
        (["Gelasio Italic", "Gelasio-Italic", "Georgia Italic", "Georgia-Italic"],
         GELASIO.format("400-italic"), 1),
    ]),
] + [
    ("Placard Fallback", "sofia-sans-extra-condensed.woff2", "normal", weights, weight, letters, [
        (["DejaVu Sans Condensed Bold", "DejaVuSansCondensed-Bold"],
         DEJAVU.format("SansCondensed-Bold"), 1),
        (["Liberation Sans Bold", "LiberationSans-Bold", "Arimo Bold", "Arial Bold",
          "Arial-BoldMT"], ARIMO.format("700-normal"), 1),
        (["Liberation Sans Narrow Bold", "LiberationSansNarrow-Bold", "Arial Narrow Bold",
          "ArialNarrow-Bold"], ARIMO.format("700-normal"), NARROW),
    ])
    for weights, weight, letters in [("600 799", 700, PROSE), ("800 900", 900, POSTER)]
] + [
    ("Typewriter Fallback", "courier-prime.woff2", "normal", "400", 400, PROSE, [
        (["DejaVu Sans Mono", "DejaVuSansMono"], DEJAVU.format("SansMono"), 1),
        # As wide as all Couriers: 0.6 em.
        (["Liberation Mono", "LiberationMono", "Cousine", "Courier New", "CourierNewPSMT"], 0.6, 1),
    ]),
]


def style(faces, fonts, packages):
    """The whole style sheet."""
    rules = [
        "/* Written by tools/fonts/build.py. Do not edit: change the script and run it again. */\n"
    ]
    for face in faces:
        rules.append(_rule(face["family"], face["style"], face["weight"], [
            f'src: url("public/fonts/{face["out"]}") format("woff2");',
            "font-display: swap;",
        ]))
    for family, file, slant, weights, weight, letters, stand_ins in STAND_INS:
        ours = TTFont(fonts / file)
        if "fvar" in ours:
            ours = instancer.instantiateVariableFont(ours, {"wght": weight})
        em, lines = ours["head"].unitsPerEm, ours["hhea"]
        for names, other, stretch in stand_ins:
            width = other if isinstance(other, float) else _width(TTFont(packages / other), letters)
            size = _width(ours, letters) / (width * stretch)
            rules.append(_rule(family, slant, weights, [
                "src: " + ", ".join(f'local("{name}")' for name in names) + ";",
                f"size-adjust: {_percent(size)};",
                f"ascent-override: {_percent(lines.ascent / em / size)};",
                f"descent-override: {_percent(-lines.descent / em / size)};",
                f"line-gap-override: {_percent(lines.lineGap / em / size)};",
            ]))
    return "\n".join(rules)


def _rule(family, slant, weights, lines):
    head = [f'font-family: "{family}";', f"font-style: {slant};", f"font-weight: {weights};"]
    return "@font-face {\n" + "".join(f"  {line}\n" for line in head + lines) + "}\n"


def _width(font, letters):
    """Average advance over the letters as they are set, in em."""
    plain, shaped = _advance(font, letters, False), _advance(font, letters, True)
    return _average(font, letters) * shaped / plain


def _advance(font, letters, features):
    """Width of the sample, with or without kerning and ligatures, in the font's units."""
    data = io.BytesIO()
    font.flavor = None
    font.save(data)
    buffer = uharfbuzz.Buffer()
    buffer.add_str(SAMPLE.upper() if letters is POSTER else SAMPLE)
    buffer.guess_segment_properties()
    face = uharfbuzz.Font(uharfbuzz.Face(data.getvalue()))
    uharfbuzz.shape(face, buffer, {tag: features for tag in ("kern", "liga", "clig", "calt")})
    return sum(position.x_advance for position in buffer.glyph_positions)


def _average(font, letters):
    """Average advance over the letters one by one, in em."""
    glyphs, advances = font.getBestCmap(), font["hmtx"]
    total = sum(advances[glyphs[ord(letter)]][0] * count for letter, count in letters.items())
    return total / sum(letters.values()) / font["head"].unitsPerEm


def _percent(value):
    return f"{value * 100:.2f}".rstrip("0").rstrip(".") + "%"
