// Judges HTML files with axe-core in headless Chromium: node .ci/axe/check.mjs a.html b.html
// Chromium is driven over its debugging pipe, so that no driver and no port is
// needed. Every file is judged wide and narrow, light and dark. One line a file
// and view: file, view, rules passed, violations; then one indented line a
// violation. Exit 1 where there is any, or where nothing could be judged.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const axe = readFileSync(new URL('./node_modules/axe-core/axe.min.js', import.meta.url), 'utf8')
const views = [
  { name: 'wide light', width: 1280, scheme: 'light' },
  { name: 'wide dark', width: 1280, scheme: 'dark' },
  { name: 'narrow light', width: 320, scheme: 'light' },
  { name: 'narrow dark', width: 320, scheme: 'dark' },
]

/** Browser sends commands over Chromium's debugging pipe: messages end with a zero byte. */
class Browser {
  #next = 1
  #waiting = new Map()
  #loaded = new Map()

  constructor(profile) {
    this.process = spawn('chromium', ['--headless', '--no-sandbox', '--disable-gpu', '--remote-debugging-pipe',
      '--disable-background-networking', '--disable-component-update', '--disable-sync', `--user-data-dir=${profile}`],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] })
    this.process.on('error', fail)
    let rest = ''
    this.process.stdio[4].setEncoding('utf8').on('data', chunk => {
      const messages = (rest + chunk).split('\0')
      rest = messages.pop()
      messages.forEach(m => this.#take(JSON.parse(m)))
    })
  }

  #take(message) {
    if (message.method === 'Page.loadEventFired') this.#loaded.get(message.sessionId)?.()
    const waiting = this.#waiting.get(message.id)
    if (!waiting) return
    this.#waiting.delete(message.id)
    if (message.error) waiting.reject(new Error(message.error.message))
    else waiting.resolve(message.result)
  }

  send(method, params = {}, sessionId) {
    const id = this.#next++
    this.process.stdio[3].write(JSON.stringify({ id, method, params, sessionId }) + '\0')
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }))
  }

  loaded(sessionId) {
    return new Promise(resolve => this.#loaded.set(sessionId, resolve))
  }
}

/** judge opens a file in a view and returns what axe finds. */
async function judge(browser, file, view) {
  const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true })
  const send = (method, params) => browser.send(method, params, sessionId)
  await send('Page.enable')
  await send('Page.setBypassCSP', { enabled: true }) // the page itself allows no script
  await send('Emulation.setDeviceMetricsOverride', { width: view.width, height: 900, deviceScaleFactor: 1, mobile: false })
  await send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: view.scheme }] })
  const loaded = browser.loaded(sessionId)
  await send('Page.navigate', { url: pathToFileURL(resolve(file)).href })
  await loaded
  await send('Runtime.evaluate', { expression: axe })
  const { result, exceptionDetails } = await send('Runtime.evaluate', { awaitPromise: true, returnByValue: true,
    expression: `axe.run().then(r => ({ passes: r.passes.length, violations: r.violations.map(v => ({
      id: v.id, help: v.help, nodes: v.nodes.map(n => n.target.join(' ') + ' ' + n.html.slice(0, 120)) })) }))` })
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
  await browser.send('Target.closeTarget', { targetId })
  return result.value
}

function fail(error) {
  console.log(`nothing was judged: ${error.message}`)
  process.exit(1)
}

const profile = mkdtempSync(join(tmpdir(), 'axe-'))
const browser = new Browser(profile)
let bad = process.argv.length < 3
for (const file of process.argv.slice(2)) {
  for (const view of views) {
    const found = await judge(browser, file, view).catch(fail)
    console.log(`${basename(file)}\t${view.name}\t${found.passes} rules passed\t${found.violations.length} violations`)
    for (const v of found.violations) {
      bad = true
      console.log(`    ${v.id}: ${v.help} (${v.nodes.length}), first ${v.nodes[0]}`)
    }
  }
}
const ended = new Promise(resolve => browser.process.on('exit', resolve))
await browser.send('Browser.close')
await ended
rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
process.exit(bad ? 1 : 0)
