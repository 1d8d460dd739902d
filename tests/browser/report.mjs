// Opens reports in a real Chromium: `node report.mjs ORDER.json` prints what was found as JSON.
// An order has `pages` (files) and `settings`; every page is looked at in every setting, in one browser.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const order = JSON.parse(await readFile(process.argv[2], "utf8"));
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await chromium.launch({ executablePath: order.chromium, args: ["--no-sandbox", "--disable-gpu"] });
const found = [], requests = [], errors = [];
let judged = 0, measured = 0, checks = 0;

// What sticks out of the window, is cut off, or lies over its neighbour. Runs in the page.
function misplaced() {
  const told = [], root = document.documentElement, name = one => `<${one.tagName.toLowerCase()} class="${one.className}"> ${one.textContent.trim().slice(0, 40)}`;
  if (root.scrollWidth > root.clientWidth) told.push(`the page is ${root.scrollWidth - root.clientWidth} px too wide`);
  for (const one of document.querySelectorAll("body *:not(svg, svg *)")) {
    if (one.matches(".skip, .watermark, .logo") || one.closest("thead") && getComputedStyle(one.closest("thead")).clipPath !== "none") continue;
    const box = one.getBoundingClientRect(), style = getComputedStyle(one);
    if (!box.width || style.clip !== "auto" || style.clipPath !== "none") continue;
    if (box.left < -1 || box.right > root.clientWidth + 1) told.push(`out of the window: ${name(one)}`);
    if (one.scrollWidth > one.clientWidth + 1 && one.clientWidth) told.push(`wider than its box: ${name(one)}`);
    if (one.scrollHeight > one.clientHeight + 1 && style.overflowY !== "visible" && one.clientHeight) told.push(`cut off: ${name(one)}`);
  }
  for (const cell of document.querySelectorAll("tbody th, td")) {
    const range = document.createRange(), box = cell.getBoundingClientRect();
    range.selectNodeContents(cell);
    for (const text of range.getClientRects()) {
      if (text.width && box.width > 1 && (text.left < box.left - 1 || text.right > box.right + 1)) { told.push(`over its neighbour: ${name(cell)}`); break; }
    }
  }
  return told;
}

async function look(page, file, setting) {
  const place = `${file.split("/").at(-1)}, ${setting.name}`;
  await page.setViewportSize({ width: setting.width, height: setting.height ?? 800 });
  await page.emulateMedia({ media: setting.media ?? "screen", colorScheme: setting.scheme ?? "light", forcedColors: setting.forced ? "active" : "none" });
  for (const one of await page.evaluate(misplaced)) found.push(`${place}: ${one}`);
  measured += 1;
  if (!setting.axe) return;
  const result = await page.evaluate(tags => window.axe.run({ runOnly: tags, preload: false, resultTypes: ["violations"], elementRef: false }), TAGS);
  for (const one of result.violations) found.push(`${place}: ${one.id}: ${one.nodes.length} × ${one.nodes[0].html.slice(0, 160)}`);
  judged += 1;
  checks += result.passes.length;
}

try {
  for (const file of order.pages) {
    const page = await browser.newPage();
    page.setDefaultTimeout(240000);
    page.on("request", request => { if (request.url() !== pathToFileURL(file).href && !request.url().startsWith("data:")) requests.push(request.url()); });
    page.on("pageerror", error => errors.push(error.message));
    page.on("console", message => { if (message.type() === "error") errors.push(message.text()); });
    await page.goto(pathToFileURL(file).href);
    if (order.settings.some(one => one.axe)) await page.evaluate(axe);
    for (const setting of order.settings) await look(page, file, setting);
    if (order.printed) {
      await page.emulateMedia({ media: "print" });
      for (const format of order.printed) await page.pdf({ path: `${file}.${format}.pdf`, format, printBackground: true, preferCSSPageSize: false });
    }
    if (order.pictures) for (const setting of order.settings) {
      await page.setViewportSize({ width: setting.width, height: 800 });
      await page.emulateMedia({ media: setting.media ?? "screen", colorScheme: setting.scheme ?? "light", forcedColors: setting.forced ? "active" : "none" });
      await page.screenshot({ path: `${file}.${setting.name}.png`, fullPage: true });
    }
    await page.close();
  }
  process.stdout.write(JSON.stringify({ found, requests, errors, judged, measured, checks }));
} finally {
  await browser.close();
}
