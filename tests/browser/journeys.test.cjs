// Journeys in a real browser: by keyboard, with scripts off, narrow and wide, light and dark, Dutch and English; and
// a mail scanner that opens everything twice and changes nothing. axe-core finds no WCAG 2.2 AA violation anywhere.

const { test, before, after } = require('node:test');
const assert = require('node:assert/strict');
const fs = require('node:fs');
const { chromium } = require('playwright-core');
const { htmlErrors } = require('./html.cjs');
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const base = process.env.BASE;
const shots = process.env.SHOTS;
let browser;

before(async () => {
  fs.mkdirSync(shots, { recursive: true });
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-proxy-server'],
  });
});
after(async () => browser?.close());

async function open(path, { width = 360, scheme = 'light', forced = 'none', scripts = true } = {}) {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: scheme, forcedColors: forced, javaScriptEnabled: scripts, reducedMotion: 'reduce', locale: 'nl-NL' });
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  const reply = await page.goto(base + path);
  return { context, page, reply, complaints };
}

async function violations(page) {
  // The page's policy allows no script, as it should: the checker comes in through the developer protocol.
  await page.evaluate(axe);
  const result = await page.evaluate(() => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }));
  return result.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(', ')}`);
}

// Presses Enter on what has the focus and waits for the page that follows.
async function pressEnter(page) {
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
}

async function startLinks() {
  const { context, page } = await open('/?lang=nl');
  const answers = await page.locator('a[href^="/a/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  const external = await page.locator('a[href^="/x/"]').first().getAttribute('href');
  const reports = await page.locator('a[href^="/r/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  await context.close();
  return { answers, reports, external };
}

// The personal page of somebody who was invited, as their mail leads there.
async function personalLink() {
  const { context, page } = await open('/demo/mail?lang=nl');
  await page.locator('a[href^="/demo/mail/invitation"]').last().click();
  const link = await page.locator('.mail-text a[href*="/u/"]').first().getAttribute('href');
  await context.close();
  return new URL(link).pathname;
}

async function galleryPages() {
  const { context, page } = await open('/demo/gallery?lang=nl');
  const links = await page.locator('.columns a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  await context.close();
  return links;
}

test('every page in every state is free of violations in both languages, light, dark, forced, narrow and wide', async () => {
  const pages = await galleryPages();
  assert.ok(pages.length >= 30, `${pages.length} pages`);
  const looks = [{ width: 320 }, { width: 1280 }, { width: 360, scheme: 'dark' }, { width: 360, forced: 'active' }];
  for (const [at, look] of looks.entries()) {
    const { context, page } = await open('/demo/gallery', look);
    for (const [place, path] of pages.entries()) {
      // Every state in every look; the language alternates, so that each state is seen in both.
      const language = (place + at) % 2 ? 'en' : 'nl';
      await page.goto(base + path.replace('lang=nl', `lang=${language}`));
      const label = `${path} ${language} ${JSON.stringify(look)}`;
      assert.deepEqual(await violations(page), [], label);
      const overflow = await page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 1, `${label} scrolls sideways by ${overflow}`);
      assert.equal(await page.locator('h1').count(), 1, label);
      assert.equal(await page.locator('html').getAttribute('lang'), language, label);
      const name = path.split('?')[0].split('/').pop();
      if (at < 2) await page.screenshot({ path: `${shots}/gallery-${name}-${look.width}.png`, fullPage: true });
    }
    await context.close();
  }
});

test('every page is valid HTML', async () => {
  const { reports, external } = await startLinks();
  const paths = [...(await galleryPages()), '/?lang=nl', '/demo/gallery', '/demo/mail?lang=en', '/methode?lang=nl', '/toegankelijkheid', '/privacy/city', '/sign-in', reports[0], external];
  const pages = {};
  for (const path of paths) pages[path] = await (await fetch(base + path)).text();
  assert.deepEqual(htmlErrors(`${shots}/../html`, pages), []);
});

test('every page is free of violations, narrow and wide, light, dark and in forced colours', async () => {
  const { answers, reports, external } = await startLinks();
  const { context, page } = await open('/demo/mail?lang=nl');
  const mail = await page.locator('a[href^="/demo/mail/"]').first().getAttribute('href');
  await context.close();
  const { context: start, page: home } = await open('/?lang=nl');
  const newcomer = await home.locator('a[href^="/n/"]').first().getAttribute('href');
  await start.close();
  const own = await personalLink();
  const paths = { external, choices: own, 'hand-over': `${own}/hand-over`, request: `${own}/request`, newcomer, accessibility: '/toegankelijkheid', 'privacy-general': '/privacy', gallery: '/demo/gallery?lang=nl', start: '/?lang=nl', 'start-en': '/?lang=en', answer: answers[0], report: reports[0], 'report-en': reports[0].replace('lang=nl', 'lang=en'), mailbox: '/demo/mail?lang=nl', mail, method: '/methode?lang=nl', privacy: '/privacy/city?lang=nl', missing: '/a/unknown' };
  for (const [name, path] of Object.entries(paths)) {
    for (const look of [{ width: 320 }, { width: 1280 }, { width: 360, scheme: 'dark' }, { width: 360, forced: 'active' }]) {
      const { context, page, complaints } = await open(path, look);
      const label = `${name} ${JSON.stringify(look)}`;
      assert.deepEqual(await violations(page), [], label);
      const overflow = await page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 1, `${label} scrolls sideways by ${overflow}`);
      assert.equal(await page.locator('h1').count(), 1, label);
      if (name !== 'missing') assert.deepEqual(complaints, [], label);
      await page.screenshot({ path: `${shots}/${name}-${look.width}-${look.scheme ?? look.forced ?? 'light'}.png`, fullPage: true });
      await context.close();
    }
  }
});

const visitors = [
  { width: 320, scheme: 'dark', language: 'nl', part: 'Stap', of: 'van', thanks: 'Dank u wel', error: /^Fout:/ },
  { width: 1280, forced: 'active', language: 'en', part: 'Step', of: 'of', thanks: 'Thank you', error: /^Error:/ },
];
for (const look of visitors) {
  test(`the whole minute by keyboard, with an empty form on the way: ${look.width} wide, ${look.language}`, async () => {
    const { answers } = await startLinks();
    const path = answers[0].replace('lang=nl', `lang=${look.language}`);
    const { context, page } = await open(path, look);
    await page.locator('main form button').last().focus();
    await pressEnter(page);
    assert.match(await page.title(), look.error);
    assert.deepEqual(await violations(page), []);
    await page.locator('.error-summary a').first().focus();
    await page.keyboard.press('Enter');
    for (let part = 1; part <= 2; part += 1) {
      assert.match(await page.title(), new RegExp(`${look.part} ${part} ${look.of} 2`));
      const names = await page.locator('input[type=radio]').evaluateAll((inputs) => [...new Set(inputs.map((input) => input.name))]);
      for (const name of names) {
        await page.locator(`input[name="${name}"]`).first().focus();
        await page.keyboard.press('Space');
        await page.keyboard.press('ArrowDown');
      }
      assert.equal(await page.locator('input:checked').count(), names.length);
      await page.locator('main form button').last().focus();
      await pressEnter(page);
    }
    assert.match(page.url(), /\/thanks/);
    assert.equal(await page.locator('h1').innerText(), look.thanks);
    assert.deepEqual(await violations(page), []);
    await page.screenshot({ path: `${shots}/thanks-${look.width}.png`, fullPage: true });
    await page.reload();
    assert.equal(await page.locator('h1').innerText(), look.thanks);

    await page.goto(base + path);
    assert.equal(await page.locator('input[type=radio]').count(), 0, 'a link that is opened again shows no answer');
    await page.screenshot({ path: `${shots}/answered-${look.width}.png`, fullPage: true });
    await page.locator('main form button').focus();
    await pressEnter(page);
    assert.ok((await page.locator('input:checked').count()) >= 6, 'behind the button the answers are there to change');
    assert.deepEqual(await violations(page), []);
    await context.close();
  });
}

test('the same minute without scripts, in English', async () => {
  const { answers } = await startLinks();
  const { context, page } = await open(answers[1].replace('lang=nl', 'lang=en'), { scripts: false, width: 320 });
  for (let part = 1; part <= 2; part += 1) {
    assert.match(await page.title(), new RegExp(`Step ${part} of 2`));
    const names = await page.locator('input[type=radio]').evaluateAll((inputs) => [...new Set(inputs.map((input) => input.name))]);
    for (const name of names) await page.locator(`input[name="${name}"]`).last().check();
    await page.getByRole('button').last().click();
  }
  assert.equal(await page.locator('h1').innerText(), 'Thank you');
  await context.close();
});

test('an example is asked for under a low answer only, without scripts', async () => {
  const { answers } = await startLinks();
  const { context, page } = await open(`${answers[0].split('?')[0]}?page=2&lang=nl`, { scripts: false });
  const group = page.locator('fieldset.statement').first();
  const example = group.locator('.example textarea');
  assert.equal(await example.isVisible(), false);
  await group.locator('input.low').first().check();
  assert.equal(await example.isVisible(), true);
  await page.screenshot({ path: `${shots}/answer-low-360.png`, fullPage: true });
  await group.locator('input:not(.low)').first().check();
  assert.equal(await example.isVisible(), false);
  await context.close();
});

test('the answer page says what it is to a screen reader', async () => {
  const { answers } = await startLinks();
  const { context, page } = await open(answers[0]);
  const group = page.locator('fieldset').first();
  const snapshot = await group.ariaSnapshot();
  assert.match(snapshot, /^- group "Hoeveel van de andere partners doen wat zij beloven\?"/);
  for (const label of ['Geen enkele', 'Enkele', 'Ongeveer de helft', 'De meeste', 'Alle', 'Kan ik niet beoordelen']) {
    assert.ok(snapshot.includes(`radio "${label}"`), snapshot);
  }
  await context.close();
});

test('the whole answer page reads as agreed to a screen reader', async () => {
  const { context, page } = await open('/demo/gallery/answer-first?lang=nl');
  const snapshot = `${await page.locator('body').ariaSnapshot()}\n`;
  const kept = `${__dirname}/answer-page.aria.yml`;
  if (process.env.UPDATE_SNAPSHOTS) fs.writeFileSync(kept, snapshot);
  assert.equal(snapshot, fs.readFileSync(kept, 'utf8'));
  await context.close();
});

test('a person passes the seat on by keyboard, after a mistake', async () => {
  const own = await personalLink();
  const { context, page } = await open(`${own}/hand-over?lang=nl`);
  await page.getByRole('button', { name: 'Geef mijn plaats door' }).focus();
  await pressEnter(page);
  assert.match(await page.title(), /^Fout:/);
  assert.deepEqual(await violations(page), []);
  await page.locator('.error-summary a').first().focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Ver Weg');
  await page.keyboard.press('Tab');
  await page.keyboard.type('ver.weg@elders.example');
  await pressEnter(page);
  assert.equal(await page.locator('h1').innerText(), 'De begeleider kijkt mee');
  assert.deepEqual(await violations(page), []);
  await context.close();

  // The facilitator's mail leads to a page that only a button makes act.
  const { context: box, page: mail } = await open('/demo/mail?lang=nl');
  const sent = mail.locator('.mail-text', { hasText: 'Ver Weg' });
  for (let look = 0; look < 200 && (await sent.count()) === 0; look += 1) {
    await mail.goto(`${base}/demo/mail?lang=nl`);
    await mail.locator('a[href*="seat-to-confirm"]').first().click();
  }
  const link = new URL(await sent.locator('a[href*="/h/"]').getAttribute('href')).pathname;
  await mail.goto(`${base}${link}?lang=nl`);
  await mail.getByRole('button', { name: 'Nee, niet doorgeven' }).focus();
  await pressEnter(mail);
  assert.match(await mail.locator('main').innerText(), /is niet doorgegeven/);
  await box.close();
});

test('a person asks for a conversation without scripts, and chooses less mail', async () => {
  const own = await personalLink();
  const { context, page } = await open(`${own}/request?lang=en`, { scripts: false, width: 320 });
  await page.getByRole('radio', { name: 'I would like to talk about this' }).check();
  await page.getByRole('combobox').last().selectOption('trust');
  await page.getByRole('button', { name: 'Send' }).click();
  assert.equal(await page.locator('h1').innerText(), 'We will get to work on it');
  await page.goto(`${base}${own}?lang=en`);
  await page.getByRole('radio', { name: 'invitations, but no reminders' }).check();
  await page.getByRole('button', { name: 'Save my choice' }).click();
  assert.match(await page.locator('main').innerText(), /invitations, but no reminders/);
  await context.close();
});

test('a scanner that opens every link of every mail twice changes nothing', async () => {
  const { context, page } = await open('/demo/mail?lang=nl');
  const tables = await page.locator('table').evaluateAll((all) => all.map((table) => [...table.querySelectorAll('a')].map((link) => link.getAttribute('href'))));
  await context.close();
  const [ofEachKind, newest] = tables;
  assert.ok(ofEachKind.length >= 12, `${ofEachKind.length} kinds of mail`);
  const linksOf = async (mail) => [...(await (await fetch(base + mail)).text()).matchAll(/href="(http[^"]+)"/g)].map((found) => new URL(found[1].replaceAll('&amp;', '&'))).map((url) => url.pathname + url.search);
  const read = async (path) => (await fetch(base + path)).text();
  const counts = async () => (await read('/?lang=nl')).match(/\d+ van \d+ mensen/g);
  const before = await counts();
  assert.equal(before.length, 2);
  const first = new Map();
  for (const mail of new Set([...ofEachKind, ...newest])) {
    const links = await linksOf(mail);
    assert.ok(links.length >= 2, mail);
    for (const path of links) first.set(path, await read(path));
  }
  for (const path of first.keys()) await fetch(base + path, { method: 'HEAD' });
  // A scanner of its own kind runs a browser with scripts.
  const { context: scanner, page: opened } = await open('/?lang=nl');
  for (const mail of ofEachKind) for (const path of await linksOf(mail)) await opened.goto(base + path);
  await scanner.close();
  for (const [path, text] of first) assert.equal(await read(path), text, path);
  assert.deepEqual(await counts(), before);
});

test('a report opens with its key only, and its figures are there', async () => {
  const { reports } = await startLinks();
  const { context, page } = await open(reports[0], { width: 1280 });
  assert.ok((await page.locator('svg[role=img]').count()) >= 7);
  for (const table of await page.locator('figure details').all()) assert.equal(await table.locator('table caption').count(), 1);
  await context.close();
  const bare = await fetch(base + reports[0].split('?')[0]);
  assert.equal(bare.status, 404);
});
