#!/usr/bin/env node
await import('../lib/cli.js');
