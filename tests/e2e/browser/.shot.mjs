import { chromium } from "@playwright/test";
const b = await chromium.launch({executablePath:"/usr/bin/chromium", args:["--no-sandbox","--disable-gpu","--disable-quic","--no-first-run","--disable-background-networking","--disable-component-update","--disable-sync"]});
const port = process.argv[2] ?? 5057;
for (const [name, scheme, width, height] of [["light","light",1280,900],["dark","dark",1280,900],["phone","light",390,844]]) {
  const c = await b.newContext({colorScheme: scheme, viewport:{width,height}});
  const p = await c.newPage();
  p.on("console", m => console.log(name, m.type(), m.text())); p.on("pageerror", e => console.log(name, "ERR", e.message));
  for (const place of (process.argv[3] ?? ",parts,types,boxes,boxes/1").split(",")) {
    await p.goto(`http://127.0.0.1:${port}/#/${place}`); await p.waitForLoadState("networkidle");
    await p.screenshot({path:`/tmp/clients-dev/${name}-${place.replace("/","_")||"home"}.png`});
    const over = await p.evaluate(() => document.documentElement.scrollWidth > innerWidth); if (over) console.log(name, place, "overflows");
  }
  await c.close();
}
await b.close();
