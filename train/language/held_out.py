"""Writes the held-out rows of the entity files, for the scorers: held_out.py DATA OUT_FOLDER"""
import json
import os
import sys

from data import ENTITY_FILES, read_entities

folder, out = sys.argv[1:3]
os.makedirs(out, exist_ok=True)
for name in ENTITY_FILES:
    with open(os.path.join(out, f"{name}.jsonl"), "w", encoding="utf-8") as file:
        for row in read_entities(f"{folder}/entities", name)[1]:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
