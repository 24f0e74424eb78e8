// @ts-check
const PATIENCE_MS = 15000;
const PAUSE_MS = 300;
const VERSION = 4;

/**
 * The files of the index. The message of an error is what went wrong with one: slow, network, offline,
 * damaged, version or changed. They are scripts, because a page opened from disk may not fetch: each
 * calls duizhao() with its name and what it holds.
 */
export class Files {
  /** @param {string} first address of the file that names the folder of all others */
  constructor(first) {
    this.first = first;
    /** @type {Map<string, (data: any) => void>} */
    this.awaited = new Map();
    /** @type {Map<string, any>} what came when nobody waited any longer */
    this.late = new Map();
    /** @type {any} */ (window)["duizhao"] = (/** @type {string} */ name, /** @type {any} */ data) => {
      const take = this.awaited.get(name);
      if (take) take(data);
      else this.late.set(name, data);
    };
  }

  /** Which index there is. @returns {Promise<import("./index.js").Current>} */
  async current() {
    const current = await this.script("", this.first);
    if (current?.v !== VERSION) throw new Error("version");
    this.folder = current.f;
    return current;
  }

  /** What a file of the index holds. @param {string} name @returns {Promise<any>} */
  async load(name) {
    try {
      return await this.script(name, this.first.replace("index.js", this.folder + "/" + name + ".js"));
    } catch (fault) {
      // A file that is gone may belong to an archive that has been published anew.
      const now = await (this.asking ??= this.script("", this.first + "?" + Date.now()).catch(() => null));
      this.asking = undefined;
      throw now && now.f !== this.folder ? new Error("changed") : fault;
    }
  }

  /** @param {string} name @param {string} address @returns {Promise<any>} */
  script(name, address) {
    return new Promise((resolve, reject) => {
      if (this.late.has(name)) {
        resolve(this.late.get(name));
        this.late.delete(name);
        return;
      }
      const end = () => {
        clearTimeout(timer);
        this.awaited.delete(name);
      };
      const fail = (/** @type {string} */ kind) => {
        end();
        reject(new Error(kind));
      };
      const take = (/** @type {any} */ data) => {
        end();
        resolve(data);
      };
      const timer = setTimeout(fail, PATIENCE_MS, "slow");
      this.awaited.set(name, take);
      const attempt = (/** @type {boolean} */ again) => {
        const script = document.createElement("script");
        const next = (/** @type {string} */ kind) => {
          script.remove();
          if (this.awaited.get(name) !== take) return;
          if (again) fail(kind);
          else setTimeout(attempt, PAUSE_MS, true);
        };
        script.onload = () => next("damaged");
        script.onerror = () => next(navigator.onLine ? "network" : "offline");
        // The second try goes past what a cache may have kept of the first.
        script.src = address + (again ? (address.includes("?") ? "&" : "?") + "again" : "");
        document.head.append(script);
      };
      attempt(false);
    });
  }
}
