export const stem = (w) => w.endsWith("s") ? w.slice(0, -1) : w;
export const isStopWord = (w) => ["the","of","and","a","to","in"].includes(w);
