// Drives the offline form in a real Chromium. `node form.mjs SCENARIO JSON` prints what came of it as JSON.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const [, , scenario, given] = process.argv;
const wanted = JSON.parse(given);
const browser = await chromium.launch({ executablePath: wanted.chromium, args: ["--no-sandbox", "--disable-gpu"] });
const requests = [], errors = [];

async function opened(context) {
  const page = await context.newPage();
  page.setDefaultTimeout(120000);
  page.on("request", request => { if (!/^(file|blob):/.test(request.url())) requests.push(request.url()); });
  page.on("pageerror", error => errors.push(error.message));
  page.on("console", message => { if (message.type() === "error") errors.push(message.text()); });
  page.on("dialog", dialog => dialog.accept());
  await page.goto(pathToFileURL(wanted.file).href);
  await page.waitForSelector("main h1");
  return page;
}
const context = options => browser.newContext({ viewport: { width: 1200, height: 800 }, ...options });
const forward = page => page.locator("main button.main").last().click();
const heading = page => page.locator("h1").textContent();
const tool = (page, number) => page.locator("footer button").nth(number);
const saved = async (page, act) => {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
};
const toReview = page => page.locator("main .steps").last().locator("button").last().click();

async function begin(page) {
  await forward(page);
  if (wanted.group && await page.locator(`[name=group][value="${wanted.group}"]`).count()) await page.check(`[name=group][value="${wanted.group}"]`);
  if (wanted.name) {
    await page.check("[name=voice][value=institution]");
    await page.fill("#name", wanted.name);
    if (wanted.released) await page.locator("#name").locator("xpath=../..").locator("[type=checkbox]").check();
  }
}

async function fill(page, answer) {
  if (answer.choice !== undefined) await page.check(`[name=answer][value="${answer.choice}"]`);
  if (answer.reason !== undefined) await page.fill("#reason", answer.reason);
  const more = page.locator("main > details").last();
  if (answer.confidence || answer.note || answer.evidence || answer.flag) await more.evaluate(one => { one.open = true; });
  if (answer.confidence) await page.check(`[name=confidence][value="${answer.confidence}"]`);
  if (answer.note !== undefined) await more.locator("textarea").fill(answer.note);
  for (const [number, record] of (answer.evidence ?? []).entries()) {
    await more.locator("button:not(fieldset button)").click();
    const box = more.locator("fieldset.box").nth(number);
    for (const [at, key] of ["what", "where", "date", "owner"].entries()) if (record[key]) await box.locator("input").nth(at).fill(record[key]);
    for (const [at, key] of ["strength", "seen_by"].entries()) if (record[key]) await box.locator("select").nth(at).selectOption(record[key]);
  }
  if (answer.flag) await more.locator("> div > .tick input").check();
}

async function answerAll(page) {
  for (const answer of wanted.answers) {
    await fill(page, answer);
    await forward(page);
  }
}

async function judged(page, place, found) {
  if (!await page.evaluate(() => "axe" in window)) await page.evaluate(axe);
  const result = await page.evaluate(tags => window.axe.run({ runOnly: tags }), TAGS);
  for (const one of result.violations) found.push(`${place}: ${one.id}: ${one.nodes.map(node => node.html.slice(0, 120)).join(" | ")}`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (wide > 0) found.push(`${place}: ${wide} px too wide`);
}

const scenarios = {
  // Every page, in every language, width and scheme that is asked for.
  async axe() {
    const found = [];
    let pages = 0;
    for (const { width, scheme, language, every } of wanted.settings) {
      const page = await opened(await context({ viewport: { width, height: 760 }, colorScheme: scheme }));
      const judge = async what => { pages += 1; await judged(page, `${what}, ${language}, ${width}, ${scheme}`, found); };
      await page.locator(`.languages button[lang="${language}"]`).click();
      await judge("consent");
      await forward(page);
      await judge("start");
      await page.check("[name=voice][value=institution]");
      await forward(page);
      await judge("start with an error");
      await page.fill("#name", "Office");
      if (await page.locator("[name=group]").count()) await page.locator("[name=group]").first().check();
      await forward(page);
      await judge("first question");
      for (const answer of wanted.answers) await fill(page, answer);
      await page.locator("main > details").first().evaluate(one => { one.open = true; });
      await judge("question with everything open");
      for (let more = every; more && await page.locator("[name=answer]").count(); ) {
        await judge(await heading(page));
        await forward(page);
      }
      if (!every) await toReview(page);
      await page.locator("main > details").first().evaluate(one => { one.open = true; });
      await page.locator(".steps .main").click();
      await judge("review");
      await page.context().close();
    }
    return { found, pages };
  },

  // What is clicked, as the file that is handed over.
  async answer() {
    const page = await opened(await context({ acceptDownloads: true }));
    if (wanted.language) await page.locator(`.languages button[lang="${wanted.language}"]`).click();
    await begin(page);
    const code = await page.locator(".box strong").textContent();
    await forward(page);
    const first = await page.evaluate(() => document.querySelectorAll("[name=answer]:checked").length);
    await answerAll(page);
    const open = await page.locator("main .list").first().locator("b").allTextContents();
    return { ...await saved(page, () => page.locator(".steps .main").click()), code, first, open, told: await page.locator(".alert").textContent() };
  },

  // Begun on one computer, the draft carried to another by file, finished there.
  async carried() {
    const language = page => page.locator(`.languages button[lang="${wanted.language}"]`).click();
    const one = await opened(await context({ acceptDownloads: true }));
    await language(one);
    await begin(one);
    await forward(one);
    const half = Math.ceil(wanted.answers.length / 2);
    for (const answer of wanted.answers.slice(0, half)) { await fill(one, answer); await forward(one); }
    const draft = await saved(one, () => tool(one, 0).click());
    await one.context().close();
    const other = await opened(await context({ acceptDownloads: true }));
    await forward(other);
    await other.setInputFiles("footer [type=file]", { name: draft.name, mimeType: "text/yaml", buffer: Buffer.from(draft.text) });
    await other.waitForSelector("[name=answer]");
    for (const answer of wanted.answers.slice(half)) { await fill(other, answer); await forward(other); }
    return { draft, ...await saved(other, () => other.locator(".steps .main").click()) };
  },

  // With the keyboard alone: every question answered with its second level, nothing recorded by Enter.
  async keyboard() {
    const page = await opened(await context());
    const focused = () => page.evaluate(() => document.activeElement.tagName + ":" + (document.activeElement.name ?? ""));
    const to = async (selector, back) => {
      for (let presses = 0; presses < 80; presses += 1) {
        if (await page.evaluate(one => document.activeElement.matches(one), selector)) return presses;
        await page.keyboard.press(back ? "Shift+Tab" : "Tab");
      }
      throw new Error(`${selector} cannot be reached from ${await focused()}`);
    };
    const onHeading = [await focused()];
    await to("main button.main"); await page.keyboard.press("Enter"); onHeading.push(await focused());
    await to("[name=group]"); await page.keyboard.press("Space");
    await to("main button.main"); await page.keyboard.press("Enter"); onHeading.push(await focused());
    let entered = 0, count = 0;
    while (await page.locator("[name=answer]").count()) {
      await to("[name=answer]");
      await page.keyboard.press("Enter");
      entered += await page.locator("[name=answer]:checked").count();
      await page.keyboard.press("Space"); await page.keyboard.press("ArrowDown");
      await to("summary", true); await page.keyboard.press("Enter");
      await to("main button.main"); await page.keyboard.press("Enter");
      onHeading.push(await focused()); count += 1;
    }
    await to("main .steps .main");
    const file = await saved(page, () => page.keyboard.press("Enter"));
    const trapped = [];
    for (let presses = 0; presses < 60; presses += 1) { await page.keyboard.press("Tab"); trapped.push(await page.evaluate(() => document.activeElement.tagName)); }
    return { ...file, onHeading, entered, count, leaves: trapped.includes("BODY") || trapped.includes("HTML") || new Set(trapped).size > 2 };
  },

  // Drafts: in the browser, switched off, cleared, downloaded and loaded again.
  async drafts() {
    const one = await context(), page = await opened(one), out = {};
    await begin(page);
    out.beforeAgreeing = await page.evaluate(() => JSON.stringify(localStorage));
    await forward(page);
    for (const answer of wanted.answers.slice(0, 2)) { await fill(page, answer); await forward(page); }
    out.code = (await page.evaluate(() => Object.values(localStorage)[0])).match(/respondent: (\S+)/)[1];
    out.draft = await saved(page, () => tool(page, 0).click());
    await page.reload(); await page.waitForSelector("main h1");
    out.consentAgain = await page.locator("main .box").count() === 0;
    await forward(page);
    await page.locator("main .box button.main").click();
    out.resumedAt = await heading(page);
    out.resumed = await saved(page, () => tool(page, 0).click());
    await tool(page, 1).click();
    await page.waitForSelector("main button.main");
    out.afterClearing = await page.evaluate(() => JSON.stringify(localStorage));
    out.cleared = await page.locator(".status").textContent();
    await begin(page);
    out.foundAfterClearing = await page.locator("main .box button").count();
    await page.locator("fieldset [type=checkbox]").last().uncheck();
    await forward(page);
    await fill(page, wanted.answers[0]); await forward(page);
    await page.waitForTimeout(500);
    out.whenOff = await page.evaluate(() => Object.values(localStorage));
    await page.reload(); await page.waitForSelector("main h1");
    await forward(page);
    out.foundWhenOff = await page.locator("main .box button").count();
    out.stillOff = !(await page.locator("fieldset [type=checkbox]").last().isChecked());
    const load = async text => {
      await page.setInputFiles("footer [type=file]", { name: "x.yaml", mimeType: "text/yaml", buffer: Buffer.from(text) });
      await page.waitForFunction(before => document.querySelector(".status").textContent !== before, "");
      return page.locator(".status").textContent();
    };
    out.loads = [];
    for (const text of wanted.files) {
      out.loads.push(await load(text));
      await page.evaluate(() => { document.querySelector(".status").textContent = ""; });
    }
    out.loaded = await load(out.draft.text);
    out.reloaded = await saved(page, () => tool(page, 0).click());
    return out;
  },

  // The elements of every page with the names of their attributes, for texts that try to become markup.
  async elements() {
    const page = await opened(await context({ viewport: { width: 360, height: 740 } }));
    const counted = {}, wide = [];
    const count = async () => {
      await page.evaluate(() => document.querySelectorAll("details").forEach(one => { one.open = true; }));
      for (const one of await page.evaluate(() => [...document.querySelectorAll("*")].map(e => [e.tagName, ...e.getAttributeNames().sort()].join(" ")))) counted[one] = (counted[one] ?? 0) + 1;
      wide.push(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth));
    };
    await count(); await forward(page); await count();
    await page.locator("[name=group]").first().check(); await forward(page);
    while (await page.locator("[name=answer]").count()) { await count(); await fill(page, wanted.answers[0]); await forward(page); }
    await count();
    return { counted, wide: Math.max(...wide), title: await page.title(), text: await saved(page, () => page.locator(".steps .main").click()) };
  },

  // The first question of a page, in one language, as text and directions.
  async reading() {
    const page = await opened(await context());
    await page.locator(`.languages button[lang="${wanted.language}"]`).click().catch(() => {});
    await begin(page); await forward(page);
    return page.evaluate(() => ({ lang: document.documentElement.lang, dir: document.documentElement.dir, marked: [...new Set([...document.querySelectorAll("main [lang]")].map(e => e.lang + " " + e.dir))], left: document.querySelector("[name=answer]").getBoundingClientRect().left > innerWidth / 2 }));
  },
};

try {
  const result = await scenarios[scenario]();
  process.stdout.write(JSON.stringify({ ...result, requests, errors }));
} finally {
  await browser.close();
}
