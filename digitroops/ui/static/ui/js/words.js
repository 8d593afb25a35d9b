// Sentences for scripts, translated by the server and carried by <body>.
export const word = (name) => document.body.dataset[`word${name[0].toUpperCase()}${name.slice(1)}`] ?? "";

export const csrfToken = () => document.querySelector("meta[name=csrf-token]")?.content ?? "";
