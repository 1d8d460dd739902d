// Reads response files, one JSON string a line, with the page's own code, and writes each again.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

const source = readFileSync(new URL("../../templates/form/answers.js", import.meta.url), "utf8");
const { readResponse, writeResponse, newPseudonym } = new Function(source + "; return { readResponse, writeResponse, newPseudonym }")();
const HEAD = ["schema", "toolkit", "respondent", "voice", "name", "released", "group", "language", "depth", "frameworks", "resume_at"];

for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line);
  let told;
  try {
    if (asked.pseudonym) told = newPseudonym(...asked.pseudonym);
    else {
      const read = readResponse(asked.text);
      told = writeResponse(HEAD.map(key => [key, read[key]]), Object.entries(read.answers ?? {}), read.tail);
    }
  } catch (error) {
    told = { refused: String(error.message) };
  }
  process.stdout.write(JSON.stringify(told) + "\n");
}
