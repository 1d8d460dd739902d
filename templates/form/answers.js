"use strict";
// Response files: written as the program itself writes them (nlcaudit.store.canonical), byte for byte, and read again.

const WORD = /^[a-z][a-z0-9]*([-/][a-z0-9]+)*$/;
const TAKEN = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"];
const ESCAPED = /["\\\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]/gu;
const NO_BLOCK = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]|[ \t\xa0]\n/u;
const FORBIDDEN = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]/gu;
const SHORT = { '"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r" };
const DAY = /^(?!0000)\d{4}-\d\d-\d\d$/;
const KINDS = ["dont_know", "outside_powers"];
const NOTED = ["confidence", "note", "evidence", "flag", "wording"];
const SHOWN = ["what", "where", "date", "owner", "strength", "file", "sha256", "seen_by"];

// A text as it may stand in a file: no character that YAML refuses, no blank ends.
function cleaned(text) {
  return String(text ?? "").replace(/\r\n?|\x85/g, "\n").replace(FORBIDDEN, "").trim();
}

function quoted(text) {
  return '"' + text.replace(ESCAPED, c => SHORT[c] ?? "\\u" + c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")) + '"';
}

function scalar(value) {
  if (typeof value !== "string") return String(value);
  return WORD.test(value) && !TAKEN.includes(value) ? value : quoted(value);
}

function entry(key, value, indent) {
  const pad = " ".repeat(indent);
  if (typeof value === "string" && value.includes("\n")) {
    if (/^[ \n]|[ \n\xa0]$/.test(value) || NO_BLOCK.test(value)) return pad + key + ": " + quoted(value);
    return [pad + key + ": |-", ...value.split("\n").map(line => line && pad + "  " + line)].join("\n");
  }
  return pad + key + ": " + (key === "date" ? value : scalar(value));
}

const said = value => typeof value === "string" && /\S/.test(value);

// What is written of one answer, in order; nothing where nothing was said.
function tidied(answer) {
  const out = [];
  if (Number.isInteger(answer.rating)) out.push(["rating", answer.rating]);
  for (const kind of KINDS) if (answer[kind]) out.push([kind, true]);
  if (said(answer.not_applicable)) out.push(["not_applicable", answer.not_applicable]);
  if (Number.isInteger(answer.then)) out.push(["then", answer.then]);
  for (const key of NOTED) {
    const value = key === "evidence" ? records(answer.evidence) : answer[key];
    if (value === true || value?.length) out.push([key, value]);
  }
  return out;
}

function records(evidence) {
  return (evidence ?? []).filter(record => said(record.what)).map(record => SHOWN.flatMap(key => {
    const value = key === "strength" ? record.strength || "claim" : record[key];
    return !said(value) || (key === "date" && !DAY.test(value)) ? [] : [[key, value]];
  }));
}

function answerLines(id, parts) {
  const lines = ["  " + scalar(id) + ":"];
  for (const [key, value] of parts) {
    if (key !== "evidence") { lines.push(entry(key, value, 4)); continue; }
    lines.push("    evidence:");
    for (const record of value) {
      const [first, ...rest] = record.map(([name, told]) => entry(name, told, 8));
      lines.push("      - " + first.trimStart(), ...rest);
    }
  }
  return lines;
}

// A response as the text of its file. `head` is a list of [key, value]; `answers` of [question id, answer].
function writeResponse(head, answers, tail) {
  const lines = [];
  for (const [key, value] of head) {
    if (value === undefined || value === null || value === "" || value === false) continue;
    if (Array.isArray(value)) lines.push(key + ": [" + value.map(scalar).join(", ") + "]");
    else if (typeof value === "object") {
      const inside = Object.entries(value).filter(([, told]) => told);
      lines.push(key + ":", ...inside.map(([name, told]) => entry(name, told, 2)));
    } else lines.push(entry(key, value, 0));
  }
  const given = answers.map(([id, answer]) => [id, tidied(answer)]).filter(([, parts]) => parts.length);
  lines.push(given.length ? "answers:" : "answers: {}", ...given.flatMap(([id, parts]) => answerLines(id, parts)));
  return lines.join("\n") + "\n" + (tail ?? "");
}

// Reads what writeResponse and the program write, and nothing else of YAML. Throws on anything unknown.
function readResponse(text) {
  const whole = text.replace(/^\ufeff/, "").replace(/\r\n/g, "\n"), cut = whole.search(/^(orphaned|imported):/m);
  const tail = cut < 0 ? undefined : whole.slice(cut), lines = (cut < 0 ? whole : whole.slice(0, cut)).split("\n");
  let at = 0;
  const lead = line => line.length - line.trimStart().length;
  const deeper = indent => at < lines.length && lines[at].trim() && lead(lines[at]) > indent;

  function value(told, indent) {
    if (told === "") return !deeper(indent) ? null : lines[at].trimStart().startsWith("- ") ? list(lead(lines[at])) : map(lead(lines[at]));
    if (told === "|-") return block(indent + 2);
    if (told === "{}") return Object.create(null);
    if (told.startsWith("[")) return (told.slice(1, -1).match(/"(?:[^"\\]|\\.)*"|[^,\s]+/g) ?? []).map(part => value(part, indent));
    if (told.startsWith('"')) return JSON.parse(told);
    if (told === "true" || told === "false") return told === "true";
    if (/^\d{1,9}$/.test(told)) return Number(told);
    if (/[#&*!|>'%@`{}[\]~]|: /.test(told)) throw new Error("line " + at);
    return told;
  }
  function block(indent) {
    const found = [];
    while (at < lines.length && (!lines[at].trim() || lead(lines[at]) >= indent)) found.push(lines[at++].slice(indent));
    while (found.length && !found[found.length - 1]) found.pop();
    return found.join("\n");
  }
  function list(indent) {
    const out = [];
    while (at < lines.length && lead(lines[at]) === indent && lines[at].trimStart().startsWith("- ")) {
      const told = lines[at].trimStart().slice(2).trim();
      if (!/^[\w-]+:( |$)/.test(told)) { at++; out.push(value(told, indent)); continue; }
      lines[at] = lines[at].replace("- ", "  ");
      out.push(map(indent + 2));
    }
    return out;
  }
  function map(indent) {
    const out = Object.create(null);
    while (at < lines.length) {
      if (!lines[at].trim() || lines[at].trimStart().startsWith("#")) { at++; continue; }
      if (lead(lines[at]) < indent) break;
      const found = /^ *([\w-]+|"(?:[^"\\]|\\.)*"):(?: (.*))?$/.exec(lines[at]);
      if (!found || lead(lines[at]) > indent) throw new Error("line " + (at + 1));
      at++;
      out[found[1].startsWith('"') ? JSON.parse(found[1]) : found[1]] = value((found[2] ?? "").trim(), indent);
    }
    return out;
  }
  return { ...map(0), tail };
}

// A pseudonym such as mk-5927, drawn without bias from letters and digits that cannot be mistaken.
function newPseudonym(letters, digits) {
  const draw = from => {
    const one = new Uint8Array(1), fair = 256 - (256 % from.length);
    do crypto.getRandomValues(one); while (one[0] >= fair);
    return from[one[0] % from.length];
  };
  return draw(letters) + draw(letters) + "-" + Array.from({ length: 4 }, () => draw(digits)).join("");
}
