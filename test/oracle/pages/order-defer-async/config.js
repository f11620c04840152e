window.TAGS = { meta: '1234567890123', pinterest: null, done: false };
