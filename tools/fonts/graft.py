"""Puts glyphs of one font into another cut from the same face.

The packages split each face by script blocks, so that a font with the letters of
French names lacks those of Czech ones. Both parts come from one source, with the same
axes and the same units; so a glyph moves over with its variations, and a letter with
an accent kerns as its base letter does.
"""

import copy
import unicodedata

BASES = {"ł": "l", "Ł": "L"}


def graft(font, extra):
    """Adds all characters of `extra` that `font` lacks."""
    ours, theirs = font.getBestCmap(), extra.getBestCmap()
    names = {}
    for code in sorted(theirs.keys() - ours.keys()):
        name = _bring(font, extra, theirs[code], names)
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[code] = name
        base = ours.get(ord(_base(chr(code))))
        if base and "GPOS" in font:
            _kern_alike(font, base, name)


def _base(letter):
    return BASES.get(letter) or unicodedata.normalize("NFD", letter)[0]


def _bring(font, extra, name, names):
    """The name in `font` of a glyph of `extra`, which is copied unless already there."""
    if name in names:
        return names[name]
    glyph = copy.deepcopy(extra["glyf"][name])
    if glyph.isComposite():
        for part in glyph.components:
            part.glyphName = _bring(font, extra, part.glyphName, names)
    same = _same_glyph(font, extra, name)
    if same:
        names[name] = same
        return same
    new = name if name not in font["glyf"].glyphs else f"{name}.grafted"
    font["glyf"].glyphs[new] = glyph
    order = font.getGlyphOrder() + [new]
    font.setGlyphOrder(order)
    font["glyf"].setGlyphOrder(order)
    font["hmtx"].metrics[new] = extra["hmtx"].metrics[name]
    if "gvar" in font:
        font["gvar"].variations[new] = copy.deepcopy(extra["gvar"].variations.get(name, []))
    names[name] = new
    return new


def _same_glyph(font, extra, name):
    glyph = extra["glyf"][name]
    if glyph.isComposite() or glyph.numberOfContours == 0:
        return None
    shape = glyph.getCoordinates(extra["glyf"])
    for other in font.getGlyphOrder():
        found = font["glyf"][other]
        if found.numberOfContours != glyph.numberOfContours:
            continue
        if font["hmtx"].metrics[other] == extra["hmtx"].metrics[name]:
            if found.getCoordinates(font["glyf"]) == shape:
                return other
    return None


def _kern_alike(font, base, new):
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            table = getattr(table, "ExtSubTable", table)
            if table.LookupType != 2:
                continue
            covered = table.Coverage.glyphs
            if table.Format == 2:
                for classes in (table.ClassDef1, table.ClassDef2):
                    if base in classes.classDefs:
                        classes.classDefs[new] = classes.classDefs[base]
                if base in covered:
                    covered.append(new)
            else:
                for pairs in table.PairSet:
                    for pair in list(pairs.PairValueRecord):
                        if pair.SecondGlyph == base:
                            twin = copy.deepcopy(pair)
                            twin.SecondGlyph = new
                            pairs.PairValueRecord.append(twin)
                            pairs.PairValueCount = len(pairs.PairValueRecord)
                if base in covered:
                    table.PairSet.append(copy.deepcopy(table.PairSet[covered.index(base)]))
                    table.PairSetCount = len(table.PairSet)
                    covered.append(new)
