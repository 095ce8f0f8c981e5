import './provider/define.js';
import './region-picker/define.js';
