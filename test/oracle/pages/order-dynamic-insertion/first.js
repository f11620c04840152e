window.firstLoaded = true;
