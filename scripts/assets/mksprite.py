#!/usr/bin/env python3
"""Build static/icons.svg from an unpacked `lucide-static` package.

usage: mksprite.py PACKAGE/icons NAMES.txt > static/icons.svg
"""
import re
import sys

icons, names = sys.argv[1], sys.argv[2]
attributes = 'viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"'
print('<svg xmlns="http://www.w3.org/2000/svg">')
for name in sorted(open(names, encoding="utf-8").read().split()):
    source = open(f"{icons}/{name}.svg", encoding="utf-8").read()
    inner = re.search(r"<svg[^>]*>(.*)</svg>", source, re.S).group(1)
    inner = re.sub(r"\s+", " ", inner).strip().replace(" />", "/>").replace("> <", "><")
    print(f'<symbol id="{name}" {attributes}>{inner}</symbol>')
# The brand mark, drawn for this project.
print(
    '<symbol id="minimata" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#235bc8"/><path d="M8 23V11.5a1 1 0 0 1 1.8-.6L16 19l6.2-8.1a1 1 0 0 1 1.8.6V23" fill="none" stroke="#fff" stroke-width="3.2" stroke-linecap="round" stroke-linejoin="round"/></symbol>'
)
print("</svg>")
