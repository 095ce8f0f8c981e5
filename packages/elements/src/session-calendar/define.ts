// Registers the tag, with what asks for its sessions: a bundle that holds both asks without waiting for another file.
import './agenda/agenda-service.js';
import './define-frame.js';
