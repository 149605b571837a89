// What the Nu HTML checker says of pages.

const { execFileSync } = require('node:child_process');
const fs = require('node:fs');

// Errors in pages, given as name → HTML; `folder` is emptied first.
exports.htmlErrors = (folder, pages) => {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  const names = Object.keys(pages);
  for (const [n, name] of names.entries()) fs.writeFileSync(`${folder}/${n}.html`, pages[name]);
  const said = execFileSync('java', ['-jar', require('vnu-jar'), '--errors-only', '--format', 'json', '--skip-non-html', '--exit-zero-always', '--stdout', folder], { maxBuffer: 1e8 }).toString();
  return JSON.parse(said).messages.map((m) => `${names[Number(m.url.split('/').pop().split('.')[0])]}: ${m.message} ${m.extract}`);
};
