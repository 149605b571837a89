// Journeys behind signing in: a signal worked to its reviewed adjustment by keyboard, every page of every audience, and
// signing in by mail, with a second factor, and with an organisation's own server.

const { test, before, after } = require('node:test');
const assert = require('node:assert/strict');
const crypto = require('node:crypto');
const fs = require('node:fs');
const { chromium } = require('playwright-core');
const { htmlErrors } = require('./html.cjs');
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const { BASE: demo, SERVICE: service, MAILS: mails, SHOTS: shots } = process.env;
const cast = {
  facilitator: 'tjalling.brouwer@procesbegeleiding.example',
  operator: 'beheer@polsslag.example',
};
let browser;

before(async () => {
  fs.mkdirSync(shots, { recursive: true });
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-proxy-server'] });
});
after(async () => browser?.close());

async function visitor({ width = 360, scheme = 'light', forced = 'none', scripts = true } = {}) {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: scheme, forcedColors: forced, javaScriptEnabled: scripts, reducedMotion: 'reduce', locale: 'nl-NL' });
  return { context, page: await context.newPage() };
}

async function violations(page) {
  await page.evaluate(axe);
  const result = await page.evaluate(() => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }));
  return result.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(', ')}`);
}

async function signInToDemo(page, as, card = 'Dagbesteding Duinmonde') {
  await page.goto(`${demo}/?lang=nl`);
  const part = as === 'operator' ? page.locator('main') : page.locator('.card', { hasText: card });
  const names = { facilitator: 'begeleider', steering: 'stuurgroep', contact: 'contactpersoon', operator: 'beheerder' };
  await part.getByRole('button', { name: names[as] }).first().click();
  await page.waitForURL(/\/app/);
}

async function pressEnter(page) {
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
}

// Goes to a link or button by Tab alone, and presses it.
async function tabTo(page, locator) {
  for (let n = 0; n < 200; n += 1) {
    if (await locator.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`${locator} cannot be reached by keyboard`);
}

const pages = {
  facilitator: ['', '/signals', '/signals?show=past', '/response', '/requests', '/conversations', '/conversations/new', '/adjustments', '/adjustments/new', '/agreement', '/agreement/changes?from=2025-11-05&to=2026-11-05', '/article/besluit-1', '/learning', '/meetings', '/pulse', '/reports', '/approvals'],
  steering: ['', '/conversations', '/adjustments', '/meetings'],
  contact: ['/partner', '/agreement', '/adjustments'],
  operator: ['/rounds', '/people', '/programs', '/approvals', '/agreement'],
};

for (const [as, rest] of Object.entries(pages)) {
  test(`every page of the ${as} is valid, free of violations and holds on a narrow screen, in both languages`, async () => {
    const sources = {};
    const looks = [{ width: 320 }, { width: 1280 }, { width: 360, scheme: 'dark' }, { width: 360, forced: 'active' }];
    for (const [at, look] of looks.entries()) {
      const { context, page } = await visitor(look);
      const complaints = [];
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      await signInToDemo(page, as);
      const own = as === 'operator' ? ['/operator', '/operator/mail', '/operator/audit', '/account', '/account/factor'] : ['/account'];
      if (as === 'facilitator') {
        const first = page.locator('.signal a[href*="/signal/"]').first();
        await page.goto(`${demo}/app/coast/signals?show=past&lang=nl`);
        own.push((await first.getAttribute('href')).split('?')[0]);
        await page.goto(`${demo}/app/coast/adjustments?lang=nl`);
        own.push((await page.locator('.card a[href*="/adjustment/"]').first().getAttribute('href')).split('?')[0]);
        await page.goto(`${demo}/app/coast/conversations?lang=nl`);
        own.push((await page.locator('a[href*="/conversation/"]').first().getAttribute('href')).split('?')[0]);
      }
      for (const [place, path] of [...rest.map((part) => `/app/coast${part}`), ...own].entries()) {
        const language = (place + at) % 2 ? 'en' : 'nl';
        const reply = await page.goto(`${demo}${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
        const label = `${path} ${language} ${JSON.stringify(look)}`;
        assert.equal(reply.status(), 200, label);
        sources[`${path} ${language}`] ??= await reply.text();
        assert.deepEqual(await violations(page), [], label);
        const overflow = await page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth);
        assert.ok(overflow <= 1, `${label} scrolls sideways by ${overflow}`);
        assert.equal(await page.locator('h1').count(), 1, label);
        assert.equal(await page.locator('html').getAttribute('lang'), language, label);
        if (at < 2) await page.screenshot({ path: `${shots}/desk-${as}-${path.replaceAll(/[^a-z0-9]+/g, '-')}-${look.width}.png`, fullPage: true });
      }
      assert.deepEqual(complaints, [], as);
      await context.close();
    }
    assert.deepEqual(htmlErrors(`${shots}/../html-${as}`, sources), []);
  });
}

test('the coast from its trust signal to the adjustment that came of it and the review that shows the recovery, by keyboard', async () => {
  const { context, page } = await visitor({ width: 1280 });
  await signInToDemo(page, 'facilitator');
  await page.goto(`${demo}/app/coast/signals?show=past&lang=nl`);
  const alarm = page.locator('.signal', { hasText: '2 gesprekken' }).getByRole('link').first();
  await tabTo(page, alarm);
  await pressEnter(page);
  assert.match(await page.locator('h1').innerText(), /lager dan eerst/);
  assert.equal(await page.locator('figure svg[role=img]').count(), 1, 'the trend that it rests on');
  await page.screenshot({ path: `${shots}/loop-1-signal.png`, fullPage: true });

  // A note first.
  await tabTo(page, page.getByLabel('Notitie'));
  await page.keyboard.type('Bij de volgende stuurgroep terugkijken.');
  await tabTo(page, page.getByRole('button', { name: 'Bewaar notitie' }));
  await pressEnter(page);
  assert.match(await page.locator('.timeline').innerText(), /Bij de volgende stuurgroep terugkijken/);

  // One more conversation: planned after a mistake, then held.
  await tabTo(page, page.getByRole('link', { name: 'Plan een gesprek' }));
  await pressEnter(page);
  await tabTo(page, page.getByRole('button', { name: 'Zet in de planning' }));
  await pressEnter(page);
  assert.match(await page.title(), /^Fout:/);
  assert.deepEqual(await violations(page), []);
  await page.locator('.error-summary a').first().focus();
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByLabel('Vorm'));
  await page.keyboard.type('tafel');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Gemeente en aanbieders');
  await tabTo(page, page.getByLabel('Waarvoor'));
  await page.keyboard.type('Helpt de nieuwe afspraak?');
  await tabTo(page, page.getByRole('button', { name: 'Zet in de planning' }));
  await pressEnter(page);
  assert.match(await page.locator('main').innerText(), /gepland/);
  await tabTo(page, page.getByLabel('Wat kwam eruit?'));
  await page.keyboard.type('Ja: de cijfers komen nu op tijd.');
  await tabTo(page, page.getByRole('button', { name: 'Gesprek is gevoerd' }));
  await pressEnter(page);
  await page.screenshot({ path: `${shots}/loop-2-conversation.png`, fullPage: true });

  // The adjustment that came of the signal, and its review.
  await page.goBack();
  await page.goto(`${demo}/app/coast?lang=nl`);
  assert.match(await page.locator('main').innerText(), /Terugkijken op de bijstelling/);
  await page.screenshot({ path: `${shots}/loop-3-steering.png`, fullPage: true });
  await tabTo(page, page.getByRole('link', { name: 'Open cijfers bij verdelen' }));
  await pressEnter(page);
  const text = await page.locator('main').innerText();
  assert.match(text, /Vertrouwen is in meting \d+ aantoonbaar hoger dan in meting \d+/);
  assert.match(text, /Verschil: \+\d,\d punt \(95%-interval \+\d,\d tot \+\d,\d\), bij \d+ mensen van \d+ partners/);
  assert.match(text, /maar ook door iets anders/);
  await page.screenshot({ path: `${shots}/loop-4-review.png`, fullPage: true });
  await tabTo(page, page.getByRole('radio', { name: 'houden zoals hij nu is' }));
  await page.keyboard.press('Space');
  await tabTo(page, page.getByLabel('Wat zeiden jullie erover?'));
  await page.keyboard.type('Het vertrouwen herstelde. We houden dit vast.');
  await tabTo(page, page.getByRole('button', { name: 'Rond het terugkijken af' }));
  await pressEnter(page);
  assert.match(await page.locator('main').innerText(), /teruggekeken/);
  assert.deepEqual(await violations(page), []);
  await page.screenshot({ path: `${shots}/loop-5-reviewed.png`, fullPage: true });
  await context.close();
});

test('a steering member holds the meeting and decides a proposal without scripts', async () => {
  const { context, page } = await visitor({ width: 1280, scripts: false });
  await signInToDemo(page, 'steering');
  await page.goto(`${demo}/app/coast/adjustments/new?article=open-1&lang=nl`);
  await page.getByLabel('Korte naam').fill('Cijfers elke maand');
  await page.getByLabel('Nieuwe tekst').fill('Wij delen elke maand onze cijfers, ook als ze tegenvallen.');
  await page.getByLabel('Waarom').fill('Een kwartaal is te lang.');
  await page.getByLabel('Welk thema moet bewegen?').selectOption('transparency');
  await page.getByLabel('Wie let erop?').fill('Zorggroep Zilt');
  await page.getByRole('button', { name: 'Stel voor' }).click();
  assert.match(await page.locator('h1').innerText(), /Cijfers elke maand/);
  await page.goto(`${demo}/app/coast?lang=nl`);
  await page.getByRole('button', { name: 'Begin een overleg' }).click();
  const point = page.locator('.agenda li', { hasText: 'Voorstel: Cijfers elke maand' });
  await point.getByLabel('Besluit').fill('Akkoord, vanaf vandaag.');
  await point.getByRole('button', { name: 'Leg vast' }).click();
  await page.screenshot({ path: `${shots}/meeting.png`, fullPage: true });
  await page.locator('.agenda li', { hasText: 'Cijfers elke maand' }).getByRole('link').click();
  await page.getByLabel('Wie stemden in?').fill('Alle partners');
  await page.getByRole('button', { name: 'Leg het besluit vast' }).click();
  assert.match(await page.locator('main').innerText(), /van kracht/);
  await page.goto(`${demo}/app/coast/agreement?lang=nl`);
  assert.match(await page.locator('main').innerText(), /Wij delen elke maand onze cijfers/);
  await context.close();
});

test('a report from draft to release, a correction, and the page for outsiders, without scripts', async () => {
  const { context, page } = await visitor({ width: 1280, scripts: false });
  await signInToDemo(page, 'facilitator');
  await page.goto(`${demo}/app/coast/reports?lang=nl`);
  await page.getByLabel('Maak een concept van').selectOption('2026-Q4');
  await page.getByRole('button', { name: 'Maak het concept' }).click();
  assert.match(await page.locator('main').innerText(), /CONCEPT/);
  assert.equal(await page.locator('h1').count(), 1);
  await page.screenshot({ path: `${shots}/report-draft.png`, fullPage: true });
  const sources = { draft: await page.content() };
  const pdf = await page.request.get(new URL(await page.getByRole('link', { name: 'Rapport (PDF)' }).getAttribute('href'), demo).href);
  assert.equal((await pdf.body()).subarray(0, 5).toString(), '%PDF-');
  await page.getByRole('button', { name: 'Stel het rapport vast' }).click();
  await page.getByRole('link', { name: 'vierde kwartaal van 2026' }).first().click();
  assert.doesNotMatch(await page.locator('main').innerText(), /CONCEPT/);
  await page.goto(`${demo}/app/coast/reports?lang=nl`);
  const newest = page.locator('.register > li').first();
  await newest.getByText('Corrigeer of trek links in').click();
  await newest.getByLabel('Wat is er anders? (Nederlands)').fill('De dag van het overleg.');
  await newest.getByRole('button', { name: 'Maak een correctie' }).click();
  assert.match(await page.locator('main').innerText(), /De dag van het overleg/);
  await page.getByRole('button', { name: 'Stel het rapport vast' }).click();
  assert.match(await page.locator('main').innerText(), /correctie 1/);
  await page.getByRole('button', { name: 'Maak de link' }).click();
  const link = await page.locator('.success a').getAttribute('href');
  sources.archive = await page.content();
  await page.screenshot({ path: `${shots}/report-archive.png`, fullPage: true });
  await context.close();
  const outsider = await visitor({ width: 360 });
  const path = new URL(link).pathname;
  assert.equal((await outsider.page.goto(`${demo}${path}?lang=nl`)).status(), 200);
  assert.deepEqual(await violations(outsider.page), []);
  assert.match(await outsider.page.locator('h1').innerText(), /Verantwoording/);
  await outsider.page.screenshot({ path: `${shots}/report-external.png`, fullPage: true });
  await outsider.context.close();
  assert.deepEqual(htmlErrors(`${shots}/../html-report`, sources), []);
});

test('what a calendar program reads', async () => {
  const { context, page } = await visitor();
  await signInToDemo(page, 'facilitator');
  const reply = await page.request.get(`${demo}/app/coast/calendar.ics`);
  const text = await reply.text();
  assert.equal(reply.headers()['content-type'], 'text/calendar; charset=utf-8');
  assert.match(text, /^BEGIN:VCALENDAR\r\n/);
  assert.ok(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75));
  await context.close();
});

async function newestCode(after) {
  for (let n = 0; n < 300; n += 1) {
    const files = fs.existsSync(mails) ? fs.readdirSync(mails).filter((name) => name.startsWith('sign-in-') && !after.has(name)) : [];
    const name = files.at(-1);
    if (name) {
      const text = fs.readFileSync(`${mails}/${name}`, 'utf8').replaceAll('=\r\n', '').replaceAll('=3D', '=');
      return { name, code: text.match(/\b\d{4} \d{4}\b/)[0], link: text.match(/http\S*\/sign-in\/[A-Za-z0-9_-]{27}/)[0] };
    }
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
  return assert.fail('no sign-in mail came');
}

function codeOf(secret, at = Date.now()) {
  const bits = [...secret.replaceAll(' ', '')].map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(at / 30000)));
  const mac = crypto.createHmac('sha1', key).update(step).digest();
  const start = mac.at(-1) & 15;
  return String((mac.readUInt32BE(start) & 0x7fffffff) % 1000000).padStart(6, '0');
}

test('a facilitator signs in with a code from a mail and turns the second factor on, which is required', async () => {
  const { context, page } = await visitor();
  await page.goto(`${service}/app/coast/signals`);
  assert.match(page.url(), /\/sign-in\?next=/);
  assert.deepEqual(await violations(page), []);
  await page.getByLabel('Uw mailadres').fill(cast.facilitator);
  await page.getByRole('button', { name: 'Stuur mij een mail' }).click();
  assert.deepEqual(await violations(page), []);
  const { code } = await newestCode(new Set());
  await page.getByLabel('Code uit de mail').fill(code);
  await page.getByRole('button', { name: 'Log in met deze code' }).click();
  assert.equal(await page.locator('h1').innerText(), 'Tweede stap aanzetten');
  assert.deepEqual(await violations(page), []);
  await page.screenshot({ path: `${shots}/factor.png`, fullPage: true });
  const secret = await page.locator('code').innerText();
  await page.getByLabel('Code uit de app').fill(codeOf(secret));
  await page.getByRole('button', { name: 'Ga verder' }).click();
  await page.goto(`${service}/app/coast/signals`);
  assert.match(await page.locator('h1').innerText(), /Signalen om te bespreken/);
  const cookies = await context.cookies();
  const own = cookies.find((cookie) => cookie.name === '__Host-polsslag');
  assert.deepEqual([own.secure, own.httpOnly, own.sameSite, own.path], [true, true, 'Lax', '/']);
  await context.close();
});

test('an organisation’s own server signs somebody in: once with a mail beside it, then by itself', async () => {
  const { context, page } = await visitor();
  const seen = new Set(fs.existsSync(mails) ? fs.readdirSync(mails) : []);
  await page.goto(`${service}/sign-in?lang=nl`);
  await page.getByRole('button', { name: 'Inloggen met Duinmonde' }).click();
  await page.getByLabel('Name').fill('fenna');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(/new=1/);
  assert.match(await page.locator('.notice').innerText(), /kennen dit account van uw organisatie nog niet/);
  await page.getByLabel('Uw mailadres').fill(cast.facilitator);
  await page.getByRole('button', { name: 'Stuur mij een mail' }).click();
  const { link } = await newestCode(seen);
  await page.goto(link);
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await page.goto(`${service}/account?lang=nl`);
  assert.match(await page.locator('main').innerText(), /http:\/\/127\.0\.0\.1:\d+/);
  await page.getByRole('button', { name: 'Log uit' }).first().click();

  // The second time there is no mail and no form: the other server still knows them.
  await page.goto(`${service}/sign-in?lang=nl`);
  await page.getByRole('button', { name: 'Inloggen met Duinmonde' }).click();
  await page.waitForURL(/\/app/);
  assert.match(await page.locator('h1').innerText(), /Signalen om te bespreken/);
  await context.close();

  // Somebody else of the same organisation is somebody new; a made-up answer is refused.
  const { context: other, page: stranger } = await visitor();
  await stranger.goto(`${service}/sign-in?lang=nl`);
  await stranger.getByRole('button', { name: 'Inloggen met Duinmonde' }).click();
  await stranger.getByLabel('Name').fill('jelle');
  await stranger.getByRole('button', { name: 'Sign in' }).click();
  await stranger.waitForURL(/new=1/);
  const made = await stranger.goto(`${service}/sign-in/with/school/back?code=x&state=y`);
  assert.equal(made.status(), 502);
  assert.equal((await stranger.goto(`${service}/app/coast/signals`)).url().includes('/sign-in?next='), true);
  await other.close();
});
