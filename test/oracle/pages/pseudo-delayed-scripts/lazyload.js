(function () {
  var events = ['keydown', 'mousemove', 'touchmove', 'touchstart', 'touchend', 'wheel'];
  function trigger() {
    events.forEach(function (name) { window.removeEventListener(name, trigger); });
    document.querySelectorAll('script[type=rocketlazyloadscript]').forEach(function (old) {
      var script = document.createElement('script');
      [].forEach.call(old.attributes, function (attribute) {
        var name = attribute.nodeName;
        if (name === 'type') return;
        if (name === 'data-rocket-src') name = 'src';
        script.setAttribute(name, attribute.nodeValue);
      });
      script.text = old.text;
      old.parentNode.replaceChild(script, old);
    });
  }
  events.forEach(function (name) { window.addEventListener(name, trigger, { passive: true }); });
})();
