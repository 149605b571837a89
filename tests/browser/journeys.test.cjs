// Journeys in a real browser: by keyboard, with scripts off, narrow and wide, light and dark, Dutch and English; and
// a mail scanner that opens everything twice and changes nothing. axe-core finds no WCAG 2.2 AA violation anywhere.

const { test, before, after } = require('node:test');
const assert = require('node:assert/strict');
const fs = require('node:fs');
const { chromium } = require('playwright-core');
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
  const reports = await page.locator('a[href^="/r/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  await context.close();
  return { answers, reports };
}

test('every page is free of violations, narrow and wide, light, dark and in forced colours', async () => {
  const { answers, reports } = await startLinks();
  const { context, page } = await open('/demo/mail?lang=nl');
  const mail = await page.locator('a[href^="/demo/mail/"]').first().getAttribute('href');
  await context.close();
  const paths = { start: '/?lang=nl', 'start-en': '/?lang=en', answer: answers[0], report: reports[0], 'report-en': reports[0].replace('lang=nl', 'lang=en'), mailbox: '/demo/mail?lang=nl', mail, method: '/methode?lang=nl', privacy: '/privacy/city?lang=nl', missing: '/a/unknown' };
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

test('the whole minute by keyboard, with an empty form on the way', async () => {
  const { answers } = await startLinks();
  const { context, page } = await open(answers[0]);
  const submit = page.locator('main form button').last();
  await submit.focus();
  await pressEnter(page);
  assert.match(await page.title(), /^Fout:/);
  assert.deepEqual(await violations(page), []);
  await page.locator('.error-summary a').first().focus();
  await page.keyboard.press('Enter');
  for (let part = 1; part <= 3; part += 1) {
    assert.match(await page.title(), new RegExp(`Vraag ${part} van 3`));
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
  assert.equal(await page.locator('h1').innerText(), 'Dank u wel');
  assert.deepEqual(await violations(page), []);
  await page.screenshot({ path: `${shots}/thanks-360-light.png`, fullPage: true });
  await page.reload();
  assert.equal(await page.locator('h1').innerText(), 'Dank u wel');

  await page.goto(base + answers[0]);
  assert.equal(await page.locator('input[type=radio]').count(), 0, 'a link that is opened again shows no answer');
  await page.screenshot({ path: `${shots}/answered-360-light.png`, fullPage: true });
  await page.locator('main form button').focus();
  await pressEnter(page);
  assert.ok((await page.locator('input:checked').count()) >= 14, 'behind the button the answers are there to change');
  assert.deepEqual(await violations(page), []);
  await context.close();
});

test('the same minute without scripts, in English', async () => {
  const { answers } = await startLinks();
  const { context, page } = await open(answers[1].replace('lang=nl', 'lang=en'), { scripts: false, width: 1280 });
  for (let part = 1; part <= 3; part += 1) {
    assert.match(await page.title(), new RegExp(`Question ${part} of 3`));
    const names = await page.locator('input[type=radio]').evaluateAll((inputs) => [...new Set(inputs.map((input) => input.name))]);
    for (const name of names) await page.locator(`input[name="${name}"]`).last().check();
    await page.getByRole('button').last().click();
  }
  assert.equal(await page.locator('h1').innerText(), 'Thank you');
  await context.close();
});

test('the answer page says what it is to a screen reader', async () => {
  const { answers } = await startLinks();
  const { context, page } = await open(answers[0]);
  const group = page.locator('fieldset').first();
  const snapshot = await group.ariaSnapshot();
  assert.match(snapshot, /^- group "De andere partners doen wat zij hebben toegezegd\."/);
  for (const label of ['Helemaal oneens', 'Oneens', 'Niet eens, niet oneens', 'Eens', 'Helemaal eens', 'Kan ik niet beoordelen']) {
    assert.ok(snapshot.includes(`radio "${label}"`), snapshot);
  }
  await context.close();
});

test('a scanner that opens every link of a mail twice changes nothing', async () => {
  const { context, page } = await open('/demo/mail?lang=nl');
  const mails = await page.locator('a[href^="/demo/mail/"]').evaluateAll((links) => [...links.slice(0, 2), ...links.slice(-3)].map((link) => link.getAttribute('href')));
  await context.close();
  const counts = async () => (await (await fetch(`${base}/?lang=nl`)).text()).match(/\d+ van \d+ mensen/g);
  const before = await counts();
  assert.equal(before.length, 2);
  for (const mail of mails) {
    const { context, page } = await open(mail);
    const links = await page.locator('.mail-text a').evaluateAll((all) => all.map((link) => link.href));
    await context.close();
    assert.ok(links.length >= 2, mail);
    for (const link of links) {
      const path = new URL(link).pathname + new URL(link).search;
      const first = await (await fetch(base + path)).text();
      await fetch(base + path, { method: 'HEAD' });
      assert.equal(await (await fetch(base + path)).text(), first, path);
      const opened = await open(path);
      await opened.context.close();
    }
  }
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
