/** What the benchmarks share: a built site's index, read from disk by the search client's own modules. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const CLIENT = fileURLToPath(new URL("../../main/resources/client/", import.meta.url));

/** A folder that goes when the process ends. */
export function scratch() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "duizhao-bench-"));
  process.on("exit", () => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The client's modules. Node takes files for modules only where a package.json says so, hence the copy. */
export async function client() {
  const folder = scratch();
  fs.cpSync(CLIENT, folder, { recursive: true });
  fs.writeFileSync(path.join(folder, "package.json"), '{"type":"module"}');
  const [index, search, terms, view] = await Promise.all(
    ["index.js", "search.js", "terms.js", "view.js"].map((f) => import(pathToFileURL(path.join(folder, f)).href)),
  );
  return { ...index, ...search, ...terms, match: view.match };
}

/** The data of a file of the index. @param {string} text a script that calls duizhao() */
export function data(text) {
  let given;
  new Function("duizhao", text)((name, value) => (given = value));
  return given;
}

/** A built site. */
export class Site {
  /** @param {string} folder */
  constructor(folder) {
    this.folder = folder;
    this.first = path.join(folder, "search", "index.js");
    this.current = data(fs.readFileSync(this.first, "utf8"));
  }

  /** Where a file of the index stands. @param {string} name */
  file(name) {
    return path.join(this.folder, "search", this.current.f, name + ".js");
  }

  /** @param {string} name */
  load(name) {
    return data(fs.readFileSync(this.file(name), "utf8"));
  }

  /** A report in a language. @param {string} language @param {number} doc */
  card(language, doc) {
    const name = language + "/" + doc;
    return { n: [], c: [], b: [], ...this.load(name), ...this.load(name + "t") };
  }

  /** The search page's script. */
  script() {
    const assets = path.join(this.folder, "assets");
    return path.join(assets, fs.readdirSync(assets).find((f) => /^search\.\w+\.js$/.test(f)));
  }
}
