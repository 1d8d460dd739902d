// Loaded before the language server: whatever reaches for the network is written down, and refused.
const { appendFileSync } = require("node:fs");
const net = require("node:net");
const dns = require("node:dns");

function refuse(name) {
  return (...given) => {
    appendFileSync(process.env.NETWORK_LOG, `${name} ${JSON.stringify(given[0])}\n`);
    throw new Error("no network in this test");
  };
}
net.Socket.prototype.connect = refuse("connect");
dns.lookup = refuse("lookup");
