// For those who plan deliveries; no page of participants loads it.
export { type Channel, type ChannelLink, createChannelLinks } from './create-links.js';
export { inspectLinks, type LinkFinding, type LinkProblem } from './inspect-links.js';
