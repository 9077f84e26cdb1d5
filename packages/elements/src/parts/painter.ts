export { capturePoster, renderPoster } from '@fanfare/poster/painter';
