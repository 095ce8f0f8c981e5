export * from './provider/index.js';
export * from './region-picker/index.js';
