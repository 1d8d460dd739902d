// The page: consent, start, one question after the other, review. Everything that is said is put in as text, never as
// markup. Nothing is preset; nothing leaves the page but the files that the reader saves.

const root = document.getElementById("page");
const CONSENT = -2, START = -1, STORE = "nlcaudit:";
let F, S, lang = 0, keep = true, unsaved = false, timer = 0;

function h(tag, given, ...inside) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(given ?? {})) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "value" || name === "checked" || name === "hidden") element[name] = value;
    else if (value !== undefined && value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...inside.flat().filter(one => one !== null && one !== undefined && one !== ""));
  return element;
}

// -- words ---------------------------------------------------------------------------------------------------------

const here = () => F.languages[lang];

// A sentence of the page; kept together where it runs against the direction of the rest.
function w(key, values) {
  const text = F.words[lang][key].replace(/\{(\w+)\}/g, (all, name) => values?.[name] ?? all);
  return here().says !== here().id && here().dir === "rtl" ? "\u2066" + text + "\u2069" : text;
}

// A text of the questionnaire, marked where it is in another language than the page.
function say(texts) {
  const foreign = Array.isArray(texts[lang]);
  const [text, language] = foreign ? texts[lang] : [texts[lang], here().id];
  if (language === document.documentElement.lang && (!foreign || here().dir === "ltr")) return text;
  return h("span", { lang: language, dir: foreign ? "auto" : here().dir }, text);
}

const plain = texts => (Array.isArray(texts[lang]) ? texts[lang][0] : texts[lang]);
const pair = (name, text) => [h("b", {}, w("pair", { name: plain(name), text: "" }).trimEnd()), " ", say(text)];

// -- answers -------------------------------------------------------------------------------------------------------

const asked = () => F.all.filter(question => !question.askedOf || !S.group || question.askedOf.includes(S.group));
const answerOf = question => S.answers[question.id] ?? {};
const isAnswered = answer => Number.isInteger(answer.rating) || !!answer.dont_know || !!answer.outside_powers || said(answer.not_applicable);
const done = () => asked().filter(question => isAnswered(answerOf(question))).length;

function chosen(answer) {
  if (Number.isInteger(answer.rating)) return String(answer.rating);
  return ["dont_know", "outside_powers"].find(kind => answer[kind]) ?? ("not_applicable" in answer ? "not_applicable" : "");
}

function put(question, changes) {
  const answer = { ...answerOf(question), ...changes };
  for (const key of Object.keys(answer)) if (answer[key] === undefined) delete answer[key];
  S.answers[question.id] = answer;
  changed();
}

function choose(question, value, reason) {
  const none = { rating: undefined, dont_know: undefined, outside_powers: undefined, not_applicable: undefined };
  const kind = value === "" ? {} : value === "not_applicable" ? { not_applicable: reason } : /^\d+$/.test(value) ? { rating: Number(value) } : { [value]: true };
  put(question, { ...none, ...kind });
}

function inWords(answer) {
  const value = chosen(answer);
  const kind = F.kinds.find(one => one.id === value);
  return kind ? plain(kind.label) : value ? w("level", { rating: value, label: plain(F.labels[value]) }) : "";
}

// -- files ---------------------------------------------------------------------------------------------------------

function fileText(resumeAt) {
  const known = new Set(F.all.map(question => question.id));
  const others = Object.entries(S.answers).filter(([id]) => !known.has(id));
  const institution = S.voice === "institution";
  return writeResponse([
    ["schema", F.schema], ["toolkit", F.toolkit], ["respondent", S.code], ["voice", S.voice],
    ["name", institution && cleaned(S.name)], ["released", institution && S.released], ["group", S.group],
    ["language", here().id], ["depth", F.depth], ["frameworks", F.frameworks], ["resume_at", resumeAt],
  ], [...asked().map(question => [question.id, answerOf(question)]), ...others], S.tail);
}

const draftText = () => fileText(asked()[S.at]?.id);

function download(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/yaml;charset=utf-8" }));
  h("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
  unsaved = false;
}

function parsed(text) {
  const read = readResponse(text);
  const answers = Object.create(null);
  for (const [id, answer] of Object.entries(read.answers ?? {})) {
    const question = F.all.find(one => one.id === id);
    const rating = answer?.rating;
    const records = answer?.evidence ?? [];
    if (typeof answer !== "object" || !answer || !Array.isArray(records)) throw new Error(id);
    if (rating !== undefined && !(Number.isInteger(rating) && question && rating < question.levels.length)) throw new Error(id);
    answers[id] = { ...answer, evidence: records.map(record => ({ ...record })) };
  }
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(read.respondent)) throw new Error("respondent");
  return { read, answers };
}

function load(text) {
  let found;
  try { found = parsed(text); } catch { return announce(w("unreadable")); }
  const { read, answers } = found;
  if (read.schema !== F.schema || read.toolkit?.id !== F.toolkit.id || String(read.toolkit?.version) !== F.toolkit.version) {
    return announce(w("otherForm", { name: `${read.toolkit?.id ?? "?"} ${read.toolkit?.version ?? "?"}` }));
  }
  S = { ...fresh(), code: read.respondent, voice: read.voice ?? "person", name: read.name ?? "", released: !!read.released, answers, tail: read.tail };
  S.group = (F.groups.find(group => group.id === read.group) ?? (F.groups.length === 1 ? F.groups[0] : undefined))?.id;
  const language = F.languages.findIndex(one => one.id === read.language);
  if (language >= 0) lang = language;
  const open = asked().findIndex(question => !isAnswered(answerOf(question)));
  const resumed = asked().findIndex(question => question.id === read.resume_at);
  go(!S.group && F.groups.length ? START : resumed >= 0 ? resumed : open >= 0 ? open : asked().length);
  const foreign = Object.keys(answers).some(id => !F.all.find(question => question.id === id));
  announce(w("loaded", { code: S.code, done: done() }) + (foreign ? " " + w("foreign") : ""));
  changed();
}

// -- the draft in this browser -------------------------------------------------------------------------------------

const storeKey = () => `${STORE}${F.toolkit.id}:${F.toolkit.version}:${F.depth}:${F.frameworks.join("+")}`;

function kept() {
  try { return localStorage.getItem(storeKey()); } catch { return null; }
}

function changed() {
  unsaved = true;
  clearTimeout(timer);
  timer = setTimeout(store, 300);
}

function store() {
  clearTimeout(timer);
  if (!keep || S.at < START || !unsaved) return;
  try {
    localStorage.setItem(storeKey(), draftText());
    unsaved = false;
    keptLine.textContent = w("saved");
  } catch {
    keptLine.textContent = "";
    announce(w("notSaved"));
  }
}

function setKeep(wanted) {
  keep = wanted;
  try { keep ? localStorage.removeItem(storeKey()) : localStorage.setItem(storeKey(), "off"); } catch { /* nothing is kept then */ }
  keptLine.textContent = keep ? "" : w("off");
  if (keep) { unsaved = true; store(); }
}

function clearDevice() {
  if (!confirm(w("clearSure"))) return;
  clearTimeout(timer);
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(STORE)) localStorage.removeItem(key);
  } catch { /* there was nothing to keep it in */ }
  S = fresh();
  unsaved = false;
  keep = true;
  keptLine.textContent = "";
  go(CONSENT);
  announce(w("cleared"));
}

// -- pages ---------------------------------------------------------------------------------------------------------

const statusLine = h("p", { class: "status", role: "status" });
const keptLine = h("p", { class: "soft" });
function announce(text) { statusLine.textContent = text; }

function fresh() {
  return { at: CONSENT, code: newPseudonym(F.letters, F.digits), voice: "person", name: "", released: false, group: F.groups.length === 1 ? F.groups[0].id : undefined, answers: Object.create(null), tail: undefined };
}

function go(at) {
  S.at = at;
  announce("");
  draw();
  if (at >= 0) { unsaved = true; store(); }
}

function draw() {
  Object.assign(document.documentElement, { lang: here().says, dir: here().dir });
  const inside = S.at === CONSENT ? consentPage() : S.at === START ? startPage() : S.at < asked().length ? questionPage(asked()[S.at]) : reviewPage();
  const heading = inside.find(one => one.tagName === "H1");
  root.replaceChildren(
    h("a", { class: "skip", href: "#main" }, w("skip")), header(),
    h("main", { id: "main", tabindex: "-1" }, inside), footer(),
  );
  document.title = heading.textContent + " – " + plain(F.title);
  heading.setAttribute("tabindex", "-1");
  heading.focus({ preventScroll: true });
  scrollTo(0, 0);
}

function header() {
  const place = F.place ? [h("br"), h("span", { class: "soft" }, say(F.place))] : [];
  const buttons = F.languages.map((one, number) => h("button", {
    type: "button", lang: one.id, dir: one.dir, "aria-pressed": String(number === lang),
    onclick: () => { lang = number; draw(); document.querySelectorAll(".languages button")[number].focus(); if (S.at >= 0) changed(); },
  }, one.name));
  return h("header", {}, h("p", {}, h("strong", {}, say(F.title)), place),
    F.languages.length > 1 && h("div", { class: "languages", role: "group", "aria-label": w("language") }, buttons) || null);
}

function footer() {
  const tools = S.at < START ? [] : [h("h2", {}, w("tools")), h("div", { class: "steps" },
    button("saveDraft", () => { const name = `draft-${S.code}.yaml`; download(name, draftText()); announce(w("downloaded", { name })); }, "plain"),
    loader(), button("clear", clearDevice, "plain")), keptLine];
  return h("footer", {}, tools, statusLine);
}

const button = (key, act, look, values) => h("button", { type: "button", class: look, onclick: act }, w(key, values));

function loader() {
  const input = h("input", { type: "file", accept: ".yaml,.yml,text/yaml", onchange: async () => { if (input.files[0]) load(await input.files[0].text()); } });
  return h("label", { class: "file plain" }, w("loadDraft"), input);
}

function consentPage() {
  const foreign = F.consentIn[lang] !== document.documentElement.lang ? { lang: F.consentIn[lang], dir: "auto" } : {};
  const blocks = F.consent[lang].map(([kind, ...runs], number) => h(
    kind === "heading" ? (number ? "h2" : "h1") : kind === "item" ? "li" : "p", foreign,
    runs.map(([text, strong]) => strong ? h("strong", {}, text) : text)));
  const inside = [];
  for (const block of blocks) {
    const last = inside[inside.length - 1];
    if (block.tagName === "LI") last?.tagName === "UL" ? last.append(block) : inside.push(h("ul", {}, block));
    else inside.push(block);
  }
  if (inside[0]?.tagName !== "H1") inside.unshift(h("h1", {}, w("read")));
  return [...inside, F.notice && h("p", { class: "notice" }, say(F.notice)),
    h("div", { class: "steps" }, button("agree", () => go(START), "main"))];
}

function startPage() {
  const count = asked().length, minutes = Math.ceil(count * F.minutes / 5) * 5;
  const wrong = h("p", { class: "wrong", id: "wrong", role: "alert" });
  return [h("h1", {}, w("start")), h("p", {}, w("size", { count, minutes })), h("p", {}, w("today")),
    foundDraft(),
    h("p", { class: "box" }, h("strong", {}, w("code", { code: S.code })), " ", w("noteCode")),
    F.groups.length > 1 ? choices("group", w("group"), F.groups, S.group, id => { S.group = id; wrong.textContent = ""; }, "wrong") : null,
    voice(), draftChoice(), wrong,
    h("div", { class: "steps" }, button("back", () => go(CONSENT)), button("next", () => begin(wrong), "main"))];
}

function begin(wrong) {
  const lacks = F.groups.length && !S.group ? ["needGroup", "[name=group]"] : S.voice === "institution" && !said(S.name) ? ["needName", "#name"] : null;
  if (!lacks) return go(0);
  wrong.textContent = w(lacks[0]);
  document.querySelector(lacks[1]).focus();
}

function foundDraft() {
  const text = kept();
  let found;
  try { found = text && text !== "off" && parsed(text); } catch { return null; }
  if (!found || found.read.respondent === S.code) return null;
  const count = Object.values(found.answers).filter(isAnswered).length;
  return h("div", { class: "box" }, h("p", {}, w("found", { code: found.read.respondent, done: count })),
    h("div", { class: "steps" }, button("resume", () => load(text), "main"), button("clear", clearDevice)));
}

function choices(name, legend, options, now, act, describedby) {
  return h("fieldset", { "aria-describedby": describedby }, h("legend", {}, legend), options.map(option => h("label", { class: "card" },
    h("input", { type: "radio", name, value: option.id, checked: option.id === now, onchange: () => act(option.id) }),
    h("span", {}, say(option.label), option.note ? h("span", { class: "soft" }, " ", say(option.note)) : null))));
}

function voice() {
  const named = h("div", { hidden: S.voice !== "institution" },
    h("label", { class: "field" }, h("span", {}, w("name")), h("input", { type: "text", id: "name", value: S.name, maxlength: 500, "aria-describedby": "wrong", oninput: event => { S.name = event.target.value; } })),
    tick(w("released"), S.released, wanted => { S.released = wanted; }));
  const own = key => F.languages.map((_, number) => [F.words[number][key], F.languages[number].says]);
  const options = ["person", "institution"].map(id => ({ id, label: own(id) }));
  return h("div", {}, choices("voice", w("voice"), options, S.voice, id => { S.voice = id; named.hidden = id !== "institution"; }), named);
}

function tick(text, now, act) {
  return h("label", { class: "tick" }, h("input", { type: "checkbox", checked: !!now, onchange: event => act(event.target.checked) }), h("span", {}, text));
}

function draftChoice() {
  return h("fieldset", { "aria-describedby": "honest" }, h("legend", {}, w("draft")), tick(w("keep"), keep, setKeep), h("p", { class: "soft", id: "honest" }, w("honest")));
}

function questionPage(question) {
  const count = asked().length, answer = answerOf(question);
  const tally = h("span", {}, w("done", { done: done(), count }));
  const bar = h("progress", { max: count, value: done(), "aria-label": w("progress") });
  const refresh = () => { tally.textContent = w("done", { done: done(), count }); bar.value = done(); };
  return [
    h("p", { class: "where" }, h("span", {}, w("place", { number: S.at + 1, count }), " · ", say(question.section)), tally), bar,
    h("h1", {}, h("span", { class: "code" }, question.code + " "), say(question.text)),
    question.title ? h("p", { class: "soft" }, say(question.title)) : null,
    explanation(question), ...answering(question, answer, refresh), beside(question, answer),
    h("div", { class: "steps" }, button("back", () => go(S.at - 1)), button("next", () => go(S.at + 1), "main"), button("review", () => go(count)))];
}

function explanation(question) {
  const examples = (key, list) => [h("h2", {}, w(key)), h("ul", {}, list.map(example => h("li", {}, say(example))))];
  const words = (question.terms ?? []).map(id => h("li", {}, pair(...F.terms[id])));
  return h("details", {}, h("summary", {}, w("explain")), h("div", {},
    h("h2", {}, w("why")), h("p", {}, say(question.why)),
    words.length ? [h("h2", {}, w("words")), h("ul", {}, words)] : null,
    examples("enough", question.enough), examples("notEnough", question.notEnough),
    question.sensitive ? h("p", {}, w("sensitive")) : null));
}

function answering(question, answer, refresh) {
  const hint = h("p", { class: "soft", id: "hint" }, w("needReason"));
  const reason = h("textarea", { id: "reason", maxlength: F.longest.field, value: answer.not_applicable ?? "", "aria-describedby": "hint", oninput: () => pick("not_applicable") });
  const why = h("div", { hidden: chosen(answer) !== "not_applicable" }, h("label", { class: "field" }, h("span", {}, w("reason")), reason), hint);
  const away = button("takeAway", () => {
    for (const radio of document.querySelectorAll("[name=answer]")) radio.checked = false;
    pick("");
    announce(w("takenAway"));
    document.querySelector("[name=answer]").focus();
  }, "plain");
  function pick(value) {
    choose(question, value, cleaned(reason.value));
    why.hidden = value !== "not_applicable";
    hint.hidden = said(reason.value);
    away.hidden = !value;
    refresh();
  }
  away.hidden = !chosen(answer);
  hint.hidden = said(answer.not_applicable);
  const card = (value, ...inside) => h("label", { class: "card" },
    h("input", { type: "radio", name: "answer", value, checked: chosen(answer) === value, onchange: () => pick(value) }), h("span", {}, inside));
  return [h("fieldset", {}, h("legend", {}, w("choose")),
    question.levels.map((level, rating) => card(String(rating), h("b", {}, `${rating} `, say(F.labels[rating])), say(level))),
    h("div", { class: "others" }, F.kinds.map(kind => card(kind.id, say(kind.label), " ", h("span", { class: "soft" }, say(kind.note)))))), why, away];
}

function beside(question, answer) {
  const known = [{ id: "", label: F.languages.map((_, number) => [F.words[number].notSaid, F.languages[number].says]) }, ...F.confidence];
  const records = h("div", {});
  drawEvidence(question, records);
  const begun = answer.confidence || answer.note || answer.evidence?.length || answer.flag;
  return h("details", { open: !!begun }, h("summary", {}, w("add")), h("div", {},
    choices("confidence", w("confidence"), known, answer.confidence ?? "", id => put(question, { confidence: id || undefined })),
    h("label", { class: "field" }, h("span", {}, w("note")), h("textarea", { maxlength: F.longest.note, value: answer.note ?? "", "aria-describedby": "noName", oninput: event => put(question, { note: cleaned(event.target.value) || undefined }) })),
    h("p", { class: "soft", id: "noName" }, w("noName")),
    records, tick(w("flag"), answer.flag, wanted => put(question, { flag: wanted || undefined }))));
}

function drawEvidence(question, place) {
  const records = answerOf(question).evidence ?? [];
  const change = (number, key, value) => put(question, { evidence: records.map((record, at) => at === number ? Object.assign(record, { [key]: value || undefined }) : record) });
  const more = button("addEvidence", () => {
    put(question, { evidence: [...records, { strength: "claim" }] });
    drawEvidence(question, place);
    place.querySelector("fieldset:last-of-type input").focus();
  }, "plain");
  const fields = records.map((record, number) => {
    const needed = h("p", { class: "soft", id: "needWhat" + number }, w("needWhat"));
    needed.hidden = said(record.what);
    const typed = (key, type) => h("label", { class: "field" }, h("span", {}, w(key)), h("input", {
      type, value: record[key] ?? "", maxlength: type === "text" ? F.longest.field : null, max: type === "date" ? "9999-12-31" : null,
      "aria-describedby": key === "what" ? "needWhat" + number : null,
      oninput: event => { change(number, key, cleaned(event.target.value)); needed.hidden = said(record.what); },
    }));
    const listed = (key, options, first) => h("label", { class: "field" }, h("span", {}, w(key)), h("select", { onchange: event => change(number, key, event.target.value) },
      first ? h("option", { value: "" }, w("notSaid")) : null,
      options.map(option => h("option", { value: option.id, selected: record[key] === option.id }, plain(option.label)))));
    return h("fieldset", { class: "box" }, h("legend", {}, w("evidence", { number: number + 1 })),
      typed("what", "text"), needed, typed("where", "text"), typed("date", "date"), typed("owner", "text"),
      listed("strength", F.strengths), F.sides.length ? listed("seen_by", F.sides, true) : null,
      h("div", { class: "steps" }, button("removeEvidence", () => {
        put(question, { evidence: records.filter((_, at) => at !== number) });
        drawEvidence(question, place);
        place.querySelector("button:last-of-type").focus();
      }, "plain", { number: number + 1 })));
  });
  place.replaceChildren(...fields, ...(records.length < F.longest.records ? [more] : []));
}

function reviewPage() {
  const list = asked(), open = list.filter(question => !isAnswered(answerOf(question)));
  const flagged = list.filter(question => answerOf(question).flag), rest = list.filter(question => isAnswered(answerOf(question)));
  const name = `${S.code}.yaml`, text = fileText();
  const told = h("p", { class: "alert", role: "alert", hidden: true });
  const hand = () => {
    const fits = new TextEncoder().encode(text).length <= F.longest.file;
    if (fits) download(name, text);
    told.hidden = false;
    told.textContent = w(fits ? "handed" : "tooLong", { name });
  };
  return [h("h1", {}, w("review")), h("p", {}, w("done", { done: rest.length, count: list.length })),
    open.length ? [h("h2", {}, w("open", { count: open.length })), h("p", {}, w("openIsFine")), questionList(open)] : h("p", {}, w("allDone")),
    flagged.length ? [h("h2", {}, w("flagged", { count: flagged.length })), questionList(flagged)] : [],
    h("h2", {}, w("hand")), h("p", {}, w("handHow")), h("p", {}, w("code", { code: S.code }), " ", w("noteCode")),
    h("div", { class: "steps" }, button("back", () => go(list.length - 1)), button("handSave", hand, "main", { name })), told,
    h("details", {}, h("summary", {}, w("show")), h("pre", { dir: "ltr", lang: "zxx" }, text)),
    rest.length ? [h("h2", {}, w("answered", { count: rest.length })), questionList(rest)] : []].flat();
}

function questionList(questions) {
  return h("ul", { class: "list" }, questions.map(question => h("li", {}, h("button", { type: "button", onclick: () => go(asked().indexOf(question)) },
    h("b", {}, question.code), " ", say(question.title ?? question.text), chosen(answerOf(question)) ? h("span", { class: "soft" }, " ", inWords(answerOf(question))) : null))));
}

// -- beginning -----------------------------------------------------------------------------------------------------

async function content() {
  const element = document.getElementById("content");
  if (element.type === "application/json") return JSON.parse(element.textContent);
  const bytes = Uint8Array.from(atob(element.textContent.trim()), character => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return JSON.parse(await new Response(stream).text());
}

content().then(found => {
  F = found;
  F.all = F.sections.flatMap(section => section.questions.map(question => ({ ...question, section: section.title })));
  keep = kept() !== "off";
  S = fresh();
  if (!keep) keptLine.textContent = w("off");
  addEventListener("pagehide", store);
  addEventListener("beforeunload", event => { if (S.at >= 0 && unsaved && !keep) event.preventDefault(); });
  draw();
}).catch(() => { root.textContent = root.dataset.old; });
