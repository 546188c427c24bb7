export default {
templates: {
"cite": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<section class=\"citation\" id=\"o:cite\" aria-labelledby=\"o:cite-heading\">\n<h2 id=\"o:cite-heading\">How to cite</h2>\n<p>"
    + ((stack1 = container.lambda(((stack1 = (depth0 != null ? lookupProperty(depth0,"citation") : depth0)) != null ? lookupProperty(stack1,"html") : stack1), depth0)) != null ? stack1 : "")
    + "</p>\n</section>\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"citation") : depth0),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":1,"column":0},"end":{"line":6,"column":7}}})) != null ? stack1 : "");
},"useData":true},
"colophon": {"0":function(container,depth0,helpers,partials,data) {
    var alias1=container.lambda, alias2=container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return " lang=\""
    + alias2(alias1((depth0 != null ? lookupProperty(depth0,"ourLang") : depth0), depth0))
    + "\" xml:lang=\""
    + alias2(alias1((depth0 != null ? lookupProperty(depth0,"ourLang") : depth0), depth0))
    + "\"";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = container.invokePartial(lookupProperty(partials,"steps"),depth0,{"name":"steps","hash":{"label":"Documents, after the text"},"data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<footer class=\"colophon\""
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"ourLang") : depth0),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":1,"column":24},"end":{"line":1,"column":88}}})) != null ? stack1 : "")
    + ">\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"unit") : depth0),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":2,"column":0},"end":{"line":4,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"cite"),depth0,{"name":"cite","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"downloads"),depth0,{"name":"downloads","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"imprint"),depth0,{"name":"imprint","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "</footer>\n";
},"usePartial":true,"useData":true},
"contents": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.lambda, alias2=container.escapeExpression, alias3=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<li class=\""
    + alias2(alias1((depth0 != null ? lookupProperty(depth0,"kind") : depth0), depth0))
    + "\"><div class=\"entry\">"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,(depth0 != null ? lookupProperty(depth0,"number") : depth0),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":3,"column":40},"end":{"line":3,"column":100}}})) != null ? stack1 : "")
    + "<a href=\""
    + alias2(alias1((depth0 != null ? lookupProperty(depth0,"href") : depth0), depth0))
    + "\">"
    + alias2(alias1((depth0 != null ? lookupProperty(depth0,"title") : depth0), depth0))
    + "</a>"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,(depth0 != null ? lookupProperty(depth0,"date") : depth0),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":3,"column":132},"end":{"line":3,"column":186}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,(depth0 != null ? lookupProperty(depth0,"page") : depth0),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":3,"column":186},"end":{"line":3,"column":273}}})) != null ? stack1 : "")
    + "</div>\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,(depth0 != null ? lookupProperty(depth0,"entries") : depth0),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":4,"column":0},"end":{"line":6,"column":7}}})) != null ? stack1 : "")
    + "</li>\n";
},"1":function(container,depth0,helpers,partials,data) {
    var lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<span class=\"number\">"
    + container.escapeExpression(container.lambda((depth0 != null ? lookupProperty(depth0,"number") : depth0), depth0))
    + "</span> ";
},"2":function(container,depth0,helpers,partials,data) {
    var lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return " <span class=\"date\">"
    + container.escapeExpression(container.lambda((depth0 != null ? lookupProperty(depth0,"date") : depth0), depth0))
    + "</span>";
},"3":function(container,depth0,helpers,partials,data) {
    var lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return " <span class=\"page\"><span class=\"unseen\">page </span>"
    + container.escapeExpression(container.lambda((depth0 != null ? lookupProperty(depth0,"page") : depth0), depth0))
    + "</span>";
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = container.invokePartial(lookupProperty(partials,"contents"),depth0,{"name":"contents","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<ol class=\"contents\">\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"entries") : depth0),{"name":"each","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":2,"column":0},"end":{"line":8,"column":9}}})) != null ? stack1 : "")
    + "</ol>\n";
},"usePartial":true,"useData":true},
"downloads": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<nav class=\"downloads\" aria-labelledby=\"o:downloads-heading\">\n<h2 id=\"o:downloads-heading\">"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"unit") : depth0),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.program(2, data, 0),"data":data,"loc":{"start":{"line":3,"column":29},"end":{"line":3,"column":86}}})) != null ? stack1 : "")
    + "</h2>\n<ul>\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,(depth0 != null ? lookupProperty(depth0,"downloads") : depth0),{"name":"each","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":5,"column":0},"end":{"line":7,"column":9}}})) != null ? stack1 : "")
    + "</ul>\n</nav>\n";
},"1":function(container,depth0,helpers,partials,data) {
    return "This document as";
},"2":function(container,depth0,helpers,partials,data) {
    return "The edition as";
},"3":function(container,depth0,helpers,partials,data) {
    var alias1=container.lambda, alias2=container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<li><a href=\""
    + alias2(alias1((depth0 != null ? lookupProperty(depth0,"path") : depth0), depth0))
    + "\" type=\""
    + alias2(alias1((depth0 != null ? lookupProperty(depth0,"type") : depth0), depth0))
    + "\">"
    + alias2(alias1((depth0 != null ? lookupProperty(depth0,"label") : depth0), depth0))
    + "</a></li>\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"downloads") : depth0),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":1,"column":0},"end":{"line":10,"column":7}}})) != null ? stack1 : "");
},"useData":true},
"head": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.lambda, alias2=container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<meta name=\"generator\" content=\""
    + alias2(alias1(((stack1 = (depth0 != null ? lookupProperty(depth0,"generator") : depth0)) != null ? lookupProperty(stack1,"name") : stack1), depth0))
    + " "
    + alias2(alias1(((stack1 = (depth0 != null ? lookupProperty(depth0,"generator") : depth0)) != null ? lookupProperty(stack1,"version") : stack1), depth0))
    + "\"/>\n";
},"1":function(container,depth0,helpers,partials,data) {
    var lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<meta name=\"version\" content=\""
    + container.escapeExpression(container.lambda((depth0 != null ? lookupProperty(depth0,"version") : depth0), depth0))
    + "\"/>\n";
},"2":function(container,depth0,helpers,partials,data) {
    var lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<meta name=\"dcterms.modified\" content=\""
    + container.escapeExpression(container.lambda((depth0 != null ? lookupProperty(depth0,"date") : depth0), depth0))
    + "\"/>\n";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "\n<link rel=\"prev\" href=\""
    + container.escapeExpression(container.lambda(((stack1 = (depth0 != null ? lookupProperty(depth0,"previous") : depth0)) != null ? lookupProperty(stack1,"href") : stack1), depth0))
    + "\"/>\n";
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<link rel=\"next\" href=\""
    + container.escapeExpression(container.lambda(((stack1 = (depth0 != null ? lookupProperty(depth0,"next") : depth0)) != null ? lookupProperty(stack1,"href") : stack1), depth0))
    + "\"/>\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.lambda, alias2=container.escapeExpression, alias3=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<meta name=\"color-scheme\" content=\"light dark\"/>\n<title>"
    + alias2(alias1((depth0 != null ? lookupProperty(depth0,"title") : depth0), depth0))
    + "</title>\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,(depth0 != null ? lookupProperty(depth0,"generator") : depth0),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":5,"column":0},"end":{"line":7,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,(depth0 != null ? lookupProperty(depth0,"version") : depth0),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":8,"column":0},"end":{"line":10,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,(depth0 != null ? lookupProperty(depth0,"date") : depth0),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":11,"column":0},"end":{"line":13,"column":7}}})) != null ? stack1 : "")
    + "<link rel=\"stylesheet\" href=\""
    + alias2(alias1((depth0 != null ? lookupProperty(depth0,"stylesheet") : depth0), depth0))
    + "\"/>\n<link rel=\"schema.DC\" href=\"http://purl.org/dc/elements/1.1/\"/>\n"
    + ((stack1 = alias1((depth0 != null ? lookupProperty(depth0,"head") : depth0), depth0)) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,(depth0 != null ? lookupProperty(depth0,"previous") : depth0),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":16,"column":10},"end":{"line":18,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,(depth0 != null ? lookupProperty(depth0,"next") : depth0),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":19,"column":0},"end":{"line":21,"column":7}}})) != null ? stack1 : "")
    + "\u003Cscript type=\"application/ld+json\">"
    + ((stack1 = alias1((depth0 != null ? lookupProperty(depth0,"jsonLd") : depth0), depth0)) != null ? stack1 : "")
    + "\u003C/script>\n";
},"useData":true},
"imprint": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<span class=\"licence\""
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"licence") : depth0)) != null ? lookupProperty(stack1,"text") : stack1),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":3,"column":21},"end":{"line":3,"column":73}}})) != null ? stack1 : "")
    + ">"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"licence") : depth0)) != null ? lookupProperty(stack1,"url") : stack1),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.program(3, data, 0),"data":data,"loc":{"start":{"line":3,"column":74},"end":{"line":3,"column":184}}})) != null ? stack1 : "")
    + "</span>\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return " title=\""
    + container.escapeExpression(container.lambda(((stack1 = (depth0 != null ? lookupProperty(depth0,"licence") : depth0)) != null ? lookupProperty(stack1,"text") : stack1), depth0))
    + "\"";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.lambda, alias2=container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<a rel=\"license\" href=\""
    + alias2(alias1(((stack1 = (depth0 != null ? lookupProperty(depth0,"licence") : depth0)) != null ? lookupProperty(stack1,"url") : stack1), depth0))
    + "\">"
    + alias2(alias1(((stack1 = (depth0 != null ? lookupProperty(depth0,"licence") : depth0)) != null ? lookupProperty(stack1,"name") : stack1), depth0))
    + "</a>";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return container.escapeExpression(container.lambda(((stack1 = (depth0 != null ? lookupProperty(depth0,"licence") : depth0)) != null ? lookupProperty(stack1,"name") : stack1), depth0));
},"4":function(container,depth0,helpers,partials,data) {
    var lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<span class=\"version\">Version "
    + container.escapeExpression(container.lambda((depth0 != null ? lookupProperty(depth0,"version") : depth0), depth0))
    + "</span>\n";
},"5":function(container,depth0,helpers,partials,data) {
    var alias1=container.lambda, alias2=container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<span class=\"built\"><time datetime=\""
    + alias2(alias1((depth0 != null ? lookupProperty(depth0,"date") : depth0), depth0))
    + "\">"
    + alias2(alias1((depth0 != null ? lookupProperty(depth0,"date") : depth0), depth0))
    + "</time></span>\n";
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.lambda, alias2=container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<span class=\"generator\">Made with "
    + alias2(alias1(((stack1 = (depth0 != null ? lookupProperty(depth0,"generator") : depth0)) != null ? lookupProperty(stack1,"name") : stack1), depth0))
    + " "
    + alias2(alias1(((stack1 = (depth0 != null ? lookupProperty(depth0,"generator") : depth0)) != null ? lookupProperty(stack1,"version") : stack1), depth0))
    + "</span>\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<p class=\"made\">\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"licence") : depth0),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":2,"column":0},"end":{"line":4,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"version") : depth0),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":5,"column":0},"end":{"line":7,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"date") : depth0),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":8,"column":0},"end":{"line":10,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"generator") : depth0),{"name":"if","hash":{},"fn":container.program(6, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":11,"column":0},"end":{"line":13,"column":7}}})) != null ? stack1 : "")
    + "</p>\n";
},"useData":true},
"index": {"0":function(container,depth0,helpers,partials,data) {
    var alias1=container.lambda, alias2=container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return " lang=\""
    + alias2(alias1((depth0 != null ? lookupProperty(depth0,"ourLang") : depth0), depth0))
    + "\" xml:lang=\""
    + alias2(alias1((depth0 != null ? lookupProperty(depth0,"ourLang") : depth0), depth0))
    + "\"";
},"1":function(container,depth0,helpers,partials,data) {
    var lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<p class=\"series\">"
    + container.escapeExpression(container.lambda((depth0 != null ? lookupProperty(depth0,"series") : depth0), depth0))
    + "</p>\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"volumes") : depth0),{"name":"each","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":14,"column":0},"end":{"line":21,"column":9}}})) != null ? stack1 : "");
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"editors") : depth0),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":15,"column":0},"end":{"line":17,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"imprint") : depth0),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":18,"column":0},"end":{"line":20,"column":7}}})) != null ? stack1 : "");
},"4":function(container,depth0,helpers,partials,data) {
    var lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<p class=\"editors\">"
    + container.escapeExpression(container.lambda((depth0 != null ? lookupProperty(depth0,"editors") : depth0), depth0))
    + "</p>\n";
},"5":function(container,depth0,helpers,partials,data) {
    var lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<p class=\"place-and-year\">"
    + container.escapeExpression(container.lambda((depth0 != null ? lookupProperty(depth0,"imprint") : depth0), depth0))
    + "</p>\n";
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<nav aria-label=\"Volumes\">\n<ul class=\"volumes\">\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"volumes") : depth0),{"name":"each","hash":{},"fn":container.program(7, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":27,"column":0},"end":{"line":29,"column":9}}})) != null ? stack1 : "")
    + "</ul>\n</nav>\n";
},"7":function(container,depth0,helpers,partials,data) {
    var alias1=container.lambda, alias2=container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<li><a href=\"#"
    + alias2(alias1((depth0 != null ? lookupProperty(depth0,"anchor") : depth0), depth0))
    + "\">"
    + alias2(alias1((depth0 != null ? lookupProperty(depth0,"title") : depth0), depth0))
    + "</a></li>\n";
},"8":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"volumes") : depth0),{"name":"each","hash":{},"fn":container.program(9, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":36,"column":0},"end":{"line":52,"column":9}}})) != null ? stack1 : "");
},"9":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.lambda, alias2=container.escapeExpression, alias3=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<section class=\"volume\" aria-labelledby=\""
    + alias2(alias1((depth0 != null ? lookupProperty(depth0,"anchor") : depth0), depth0))
    + "\">\n<header>\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,(depth0 != null ? lookupProperty(depth0,"series") : depth0),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":39,"column":0},"end":{"line":41,"column":7}}})) != null ? stack1 : "")
    + "<h2 id=\""
    + alias2(alias1((depth0 != null ? lookupProperty(depth0,"anchor") : depth0), depth0))
    + "\">"
    + alias2(alias1((depth0 != null ? lookupProperty(depth0,"title") : depth0), depth0))
    + "</h2>\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,(depth0 != null ? lookupProperty(depth0,"editors") : depth0),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":43,"column":0},"end":{"line":45,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,(depth0 != null ? lookupProperty(depth0,"imprint") : depth0),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":46,"column":0},"end":{"line":48,"column":7}}})) != null ? stack1 : "")
    + "</header>\n"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"contents"),depth0,{"name":"contents","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "</section>\n";
},"10":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<h2 class=\"contents-heading\">Contents</h2>\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"volumes") : depth0),{"name":"each","hash":{},"fn":container.program(11, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":55,"column":0},"end":{"line":57,"column":9}}})) != null ? stack1 : "");
},"11":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = container.invokePartial(lookupProperty(partials,"contents"),depth0,{"name":"contents","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.lambda, alias2=container.escapeExpression, alias3=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\""
    + alias2(alias1((depth0 != null ? lookupProperty(depth0,"lang") : depth0), depth0))
    + "\" xml:lang=\""
    + alias2(alias1((depth0 != null ? lookupProperty(depth0,"lang") : depth0), depth0))
    + "\">\n<head>\n"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"head"),depth0,{"name":"head","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "</head>\n<body class=\"index\">\n<header class=\"title-page\""
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,(depth0 != null ? lookupProperty(depth0,"ourLang") : depth0),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":7,"column":26},"end":{"line":7,"column":90}}})) != null ? stack1 : "")
    + ">\n<a class=\"skip\" href=\"#o:contents\">Skip to the contents</a>\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,(depth0 != null ? lookupProperty(depth0,"series") : depth0),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":9,"column":0},"end":{"line":11,"column":7}}})) != null ? stack1 : "")
    + "<h1>"
    + alias2(alias1((depth0 != null ? lookupProperty(depth0,"title") : depth0), depth0))
    + "</h1>\n"
    + ((stack1 = lookupProperty(helpers,"unless").call(alias3,(depth0 != null ? lookupProperty(depth0,"several") : depth0),{"name":"unless","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":13,"column":0},"end":{"line":22,"column":11}}})) != null ? stack1 : "")
    + "<p class=\"counts\">"
    + alias2(alias1((depth0 != null ? lookupProperty(depth0,"counts") : depth0), depth0))
    + "</p>\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,(depth0 != null ? lookupProperty(depth0,"several") : depth0),{"name":"if","hash":{},"fn":container.program(6, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":24,"column":0},"end":{"line":32,"column":7}}})) != null ? stack1 : "")
    + "</header>\n<main id=\"o:contents\">\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,(depth0 != null ? lookupProperty(depth0,"several") : depth0),{"name":"if","hash":{},"fn":container.program(8, data, 0),"inverse":container.program(10, data, 0),"data":data,"loc":{"start":{"line":35,"column":0},"end":{"line":58,"column":7}}})) != null ? stack1 : "")
    + "</main>\n"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"colophon"),depth0,{"name":"colophon","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "</body>\n</html>\n";
},"usePartial":true,"useData":true},
"masthead": {"0":function(container,depth0,helpers,partials,data) {
    var alias1=container.lambda, alias2=container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return " lang=\""
    + alias2(alias1((depth0 != null ? lookupProperty(depth0,"ourLang") : depth0), depth0))
    + "\" xml:lang=\""
    + alias2(alias1((depth0 != null ? lookupProperty(depth0,"ourLang") : depth0), depth0))
    + "\"";
},"1":function(container,depth0,helpers,partials,data) {
    var lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<span class=\"series\">"
    + container.escapeExpression(container.lambda((depth0 != null ? lookupProperty(depth0,"series") : depth0), depth0))
    + "</span> ";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<span class=\"number\">Document "
    + container.escapeExpression(container.lambda(((stack1 = (depth0 != null ? lookupProperty(depth0,"unit") : depth0)) != null ? lookupProperty(stack1,"number") : stack1), depth0))
    + "</span>\n";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<span>"
    + container.escapeExpression(container.lambda(((stack1 = (depth0 != null ? lookupProperty(depth0,"unit") : depth0)) != null ? lookupProperty(stack1,"place") : stack1), depth0))
    + "</span>\n";
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<span>"
    + container.escapeExpression(container.lambda(((stack1 = (depth0 != null ? lookupProperty(depth0,"unit") : depth0)) != null ? lookupProperty(stack1,"date") : stack1), depth0))
    + "</span>\n";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<span>"
    + container.escapeExpression(container.lambda(((stack1 = (depth0 != null ? lookupProperty(depth0,"unit") : depth0)) != null ? lookupProperty(stack1,"pages") : stack1), depth0))
    + "</span>\n";
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<h1"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"titleUnseen") : depth0),{"name":"if","hash":{},"fn":container.program(7, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":20,"column":3},"end":{"line":20,"column":44}}})) != null ? stack1 : "")
    + ">"
    + container.escapeExpression(container.lambda(((stack1 = (depth0 != null ? lookupProperty(depth0,"unit") : depth0)) != null ? lookupProperty(stack1,"title") : stack1), depth0))
    + "</h1>\n";
},"7":function(container,depth0,helpers,partials,data) {
    return " class=\"unseen\"";
},"8":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<details class=\"local\">\n<summary>In this document</summary>\n<nav aria-label=\"In this document\">\n<ul>\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"contents") : depth0),{"name":"each","hash":{},"fn":container.program(9, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":27,"column":0},"end":{"line":29,"column":9}}})) != null ? stack1 : "")
    + "</ul>\n</nav>\n</details>\n";
},"9":function(container,depth0,helpers,partials,data) {
    var alias1=container.lambda, alias2=container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<li class=\"level-"
    + alias2(alias1((depth0 != null ? lookupProperty(depth0,"level") : depth0), depth0))
    + "\"><a href=\""
    + alias2(alias1((depth0 != null ? lookupProperty(depth0,"href") : depth0), depth0))
    + "\">"
    + alias2(alias1((depth0 != null ? lookupProperty(depth0,"text") : depth0), depth0))
    + "</a></li>\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), alias2=container.lambda, alias3=container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<header class=\"masthead\""
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"ourLang") : depth0),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":1,"column":24},"end":{"line":1,"column":88}}})) != null ? stack1 : "")
    + ">\n<a class=\"skip\" href=\"#o:text\">Skip to the text</a>\n<p class=\"book\"><a href=\""
    + alias3(alias2((depth0 != null ? lookupProperty(depth0,"root") : depth0), depth0))
    + "index.html\">"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"series") : depth0),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":3,"column":45},"end":{"line":3,"column":105}}})) != null ? stack1 : "")
    + "<span class=\"volume\">"
    + alias3(alias2((depth0 != null ? lookupProperty(depth0,"volume") : depth0), depth0))
    + "</span></a></p>\n"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"steps"),depth0,{"name":"steps","hash":{"label":"Documents, before the text"},"data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "<p class=\"facts\">\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"unit") : depth0)) != null ? lookupProperty(stack1,"number") : stack1),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":6,"column":0},"end":{"line":8,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"unit") : depth0)) != null ? lookupProperty(stack1,"place") : stack1),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":9,"column":0},"end":{"line":11,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"unit") : depth0)) != null ? lookupProperty(stack1,"date") : stack1),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":12,"column":0},"end":{"line":14,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"unit") : depth0)) != null ? lookupProperty(stack1,"pages") : stack1),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":15,"column":0},"end":{"line":17,"column":7}}})) != null ? stack1 : "")
    + "</p>\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"untitled") : depth0),{"name":"if","hash":{},"fn":container.program(6, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":19,"column":0},"end":{"line":21,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"contents") : depth0),{"name":"if","hash":{},"fn":container.program(8, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":22,"column":0},"end":{"line":33,"column":7}}})) != null ? stack1 : "")
    + "</header>\n";
},"usePartial":true,"useData":true},
"page": {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.lambda, alias2=container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\""
    + alias2(alias1((depth0 != null ? lookupProperty(depth0,"lang") : depth0), depth0))
    + "\" xml:lang=\""
    + alias2(alias1((depth0 != null ? lookupProperty(depth0,"lang") : depth0), depth0))
    + "\">\n<head>\n"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"head"),depth0,{"name":"head","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "</head>\n<body class=\""
    + alias2(alias1(((stack1 = (depth0 != null ? lookupProperty(depth0,"unit") : depth0)) != null ? lookupProperty(stack1,"kind") : stack1), depth0))
    + "\">\n"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"masthead"),depth0,{"name":"masthead","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "<main id=\"o:text\""
    + ((stack1 = alias1((depth0 != null ? lookupProperty(depth0,"mainLang") : depth0), depth0)) != null ? stack1 : "")
    + ">\n"
    + ((stack1 = alias1((depth0 != null ? lookupProperty(depth0,"text") : depth0), depth0)) != null ? stack1 : "")
    + "</main>\n"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"colophon"),depth0,{"name":"colophon","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "</body>\n</html>\n";
},"usePartial":true,"useData":true},
"steps": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.lambda, alias2=container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<li class=\"previous\"><a rel=\"prev\" href=\""
    + alias2(alias1(((stack1 = (depth0 != null ? lookupProperty(depth0,"previous") : depth0)) != null ? lookupProperty(stack1,"href") : stack1), depth0))
    + "\" title=\""
    + alias2(alias1(((stack1 = (depth0 != null ? lookupProperty(depth0,"previous") : depth0)) != null ? lookupProperty(stack1,"title") : stack1), depth0))
    + "\"><span class=\"arrow\" aria-hidden=\"true\">←</span> "
    + alias2(alias1(((stack1 = (depth0 != null ? lookupProperty(depth0,"previous") : depth0)) != null ? lookupProperty(stack1,"name") : stack1), depth0))
    + "</a></li>\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.lambda, alias2=container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<li class=\"next\"><a rel=\"next\" href=\""
    + alias2(alias1(((stack1 = (depth0 != null ? lookupProperty(depth0,"next") : depth0)) != null ? lookupProperty(stack1,"href") : stack1), depth0))
    + "\" title=\""
    + alias2(alias1(((stack1 = (depth0 != null ? lookupProperty(depth0,"next") : depth0)) != null ? lookupProperty(stack1,"title") : stack1), depth0))
    + "\">"
    + alias2(alias1(((stack1 = (depth0 != null ? lookupProperty(depth0,"next") : depth0)) != null ? lookupProperty(stack1,"name") : stack1), depth0))
    + " <span class=\"arrow\" aria-hidden=\"true\">→</span></a></li>\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.lambda, alias2=container.escapeExpression, alias3=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<nav class=\"steps\" aria-label=\""
    + alias2(alias1((depth0 != null ? lookupProperty(depth0,"label") : depth0), depth0))
    + "\">\n<ul>\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,(depth0 != null ? lookupProperty(depth0,"previous") : depth0),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":3,"column":0},"end":{"line":5,"column":7}}})) != null ? stack1 : "")
    + "<li class=\"up\"><a href=\""
    + alias2(alias1((depth0 != null ? lookupProperty(depth0,"root") : depth0), depth0))
    + "index.html\">Contents</a></li>\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,(depth0 != null ? lookupProperty(depth0,"next") : depth0),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":7,"column":0},"end":{"line":9,"column":7}}})) != null ? stack1 : "")
    + "</ul>\n</nav>\n";
},"useData":true}
},
stylesheet: "/*\n * The reading page of an edition. One face, one measure, little colour: what stands out is what the source sets apart.\n * System fonts only; nothing is loaded from anywhere. Sections: colours, page, masthead, text, page numbers, notes, the work of editors,\n * lists and tables, verse and plays, foot of the page, contents, small screens, wide screens, print.\n */\n\n/* Colours. All pairs reach 4.5:1 in both schemes. */\n:root {\n  color-scheme: light dark;\n  --paper: #fffdf9;\n  --ink: #1f1c18;\n  --quiet: #625c52;\n  --rule: #d8d1c3;\n  --wash: #f5f0e4;\n  --accent: #7b2d1b;\n  --serif: 'Iowan Old Style', 'Palatino Linotype', 'URW Palladio L', P052, Palatino, 'Book Antiqua', 'Noto Serif', Georgia, serif;\n  --measure: 34rem;\n  --margin: 4.5rem;\n  --notes: 16.5rem;\n  --gutter: 3rem;\n}\n@media (prefers-color-scheme: dark) {\n  :root {\n    --paper: #17181a;\n    --ink: #d9d4c9;\n    --quiet: #a39c8f;\n    --rule: #3a3a3c;\n    --wash: #25262a;\n    --accent: #e0a08a;\n  }\n}\n\n/* Page. */\nhtml {\n  font: 112.5%/1.55 var(--serif);\n  background: var(--paper);\n  color: var(--ink);\n  -webkit-text-size-adjust: 100%;\n  text-size-adjust: 100%;\n  scroll-padding-top: 2em;\n}\nbody {\n  margin: 0 auto;\n  padding: 1.2em 1.2em 3em;\n  max-width: var(--measure);\n  font-kerning: normal;\n  font-variant-ligatures: common-ligatures;\n  font-variant-numeric: oldstyle-nums proportional-nums;\n  overflow-wrap: break-word;\n}\na {\n  color: var(--accent);\n  text-decoration: underline;\n  text-decoration-thickness: 0.05em;\n  text-underline-offset: 0.17em;\n  text-decoration-color: color-mix(in srgb, currentcolor 45%, transparent);\n}\na:hover {\n  text-decoration-color: currentcolor;\n}\n:focus-visible {\n  outline: 2px solid var(--accent);\n  outline-offset: 2px;\n}\n.skip,\n.unseen {\n  position: absolute;\n  width: 1px;\n  height: 1px;\n  overflow: hidden;\n  clip-path: inset(50%);\n  white-space: nowrap;\n}\n.skip:focus {\n  position: static;\n  width: auto;\n  height: auto;\n  clip-path: none;\n}\n\n/* Masthead. */\n.masthead {\n  margin-bottom: 2.6em;\n}\n.book {\n  margin: 0;\n  line-height: 1.35;\n}\n.book a {\n  display: block;\n  color: inherit;\n  text-decoration: none;\n}\n.book a:hover .volume {\n  text-decoration: underline;\n  text-decoration-thickness: 0.05em;\n  text-underline-offset: 0.17em;\n}\n.series {\n  display: block;\n  font-style: italic;\n}\n.masthead .volume {\n  font-size: 0.9em;\n  color: var(--quiet);\n}\n.steps ul {\n  display: grid;\n  grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr);\n  gap: 0 1.6em;\n  margin: 0.9em 0 0;\n  padding: 0.35em 0;\n  border: solid var(--rule);\n  border-width: 1px 0;\n  list-style: none;\n  font-size: 0.85rem;\n}\n.steps a {\n  display: block;\n  overflow: hidden;\n  text-overflow: ellipsis;\n  white-space: nowrap;\n  padding: 0.1em 0;\n  min-width: 1.8em;\n  min-height: 1.8em;\n  text-decoration: none;\n}\n.steps a:hover {\n  text-decoration: underline;\n}\n.steps .previous {\n  grid-column: 1;\n}\n.steps .up {\n  grid-column: 2;\n}\n.steps .next {\n  grid-column: 3;\n  text-align: right;\n}\n.facts {\n  margin: 1.9em 0 0;\n  font-size: 0.85em;\n  color: var(--quiet);\n}\n.facts > span + span::before {\n  content: '·';\n  margin: 0 0.35em 0 0.1em;\n}\n.local {\n  margin-top: 0.3em;\n  font-size: 0.85em;\n}\n.local summary {\n  padding: 0.15em 0;\n  color: var(--quiet);\n  cursor: pointer;\n}\n.local ul {\n  margin: 0.3em 0 0;\n  padding: 0 0 0 1.1em;\n  list-style: none;\n}\n.local li {\n  padding: 0.15em 0;\n}\n.local .level-3 {\n  padding-left: 1.4em;\n}\n.local .level-4,\n.local .level-5,\n.local .level-6 {\n  padding-left: 2.8em;\n}\n\n/* Text. */\nh1,\nh2,\nh3,\nh4,\nh5,\nh6 {\n  font-weight: 400;\n  line-height: 1.28;\n  text-wrap: balance;\n  hyphens: manual;\n}\nh1 {\n  margin: 0 0 0.9em;\n  font-size: 1.5em;\n}\n.masthead h1 {\n  margin: 0.5em 0 0;\n}\nh2 {\n  margin: 2.2em 0 0.8em;\n  font-size: 1.22em;\n}\nh3 {\n  margin: 2em 0 0.7em;\n  font-size: 1.06em;\n  font-style: italic;\n}\nh4,\nh5,\nh6 {\n  margin: 1.6em 0 0.5em;\n  font-size: 1em;\n  font-style: italic;\n}\nmain {\n  position: relative;\n  hyphens: auto;\n  hyphenate-limit-chars: 7 3 3;\n  text-wrap: pretty;\n}\nmain p,\nmain .p {\n  margin: 0;\n  text-indent: 1.4em;\n}\n/* The first paragraph after something that is none stands flush. */\nmain p:first-child,\nmain .p:first-child,\n:is(h1, h2, h3, h4, h5, h6, .dateline, .salute, .byline, .subheading, .title, .opener, .list, .table, figure, blockquote, .stanza)\n  + :is(p, .p),\n:is(h1, h2, h3, h4, h5, h6, .dateline, .subheading, .title, .opener, .list, .table, figure, blockquote, .stanza)\n  + [role='doc-pagebreak']\n  + :is(p, .p),\nmain .p > p,\nli > p,\ndd > p,\ntd > p,\n.note > p {\n  text-indent: 0;\n}\nmain .p > * {\n  text-indent: 0;\n}\nli > p + p,\ntd > p + p,\ndd > p + p,\n.note > p + p,\nblockquote > p + p {\n  text-indent: 1.4em;\n}\nmain .subheading {\n  margin: -0.4em 0 1em;\n  text-indent: 0;\n  text-wrap: balance;\n}\nmain .title {\n  margin: 1.7em 0 0.6em;\n  text-indent: 0;\n  text-wrap: balance;\n}\nmain :is(.dateline, .salute, .signed, .byline, .trailer, .caption, .address-line, .imprint, .fact, .description) {\n  text-indent: 0;\n}\nmain .dateline {\n  margin: 0 0 1.1em;\n  text-align: right;\n}\n.opener {\n  margin-bottom: 1em;\n}\n.opener > .salute {\n  margin-top: 0.8em;\n}\n.closer {\n  margin-top: 1.1em;\n}\nmain .closer > .dateline {\n  margin: 0.8em 0 0;\n  text-align: left;\n}\nmain .signed,\nmain .byline {\n  margin-top: 0.3em;\n  text-align: right;\n}\n.postscript {\n  margin-top: 1.2em;\n}\nmain .trailer {\n  margin-top: 1.5em;\n  text-align: center;\n}\nmain .source-note {\n  margin: 0.8em 0;\n  text-indent: 0;\n  font-size: 0.88em;\n}\nblockquote {\n  margin: 0.9em 0 0.9em 2em;\n}\n.epigraph {\n  margin: 0 0 2em 30%;\n  font-size: 0.94em;\n}\narticle section,\narticle .section {\n  margin-top: 2.4em;\n}\nsection[data-type='attachment'] {\n  margin-top: 3em;\n  padding-top: 1.6em;\n  border-top: 1px solid var(--rule);\n}\nsection > h2:first-child,\nsection > h3:first-child,\nsection > h4:first-child {\n  margin-top: 0;\n}\nsection[data-type='title-page'],\narticle[data-type='titlePage'] {\n  text-align: center;\n}\narticle .title-group,\narticle .imprint {\n  margin: 1.2em 0;\n  text-align: center;\n}\n.block {\n  display: block;\n}\n.inline {\n  display: inline;\n}\ncite {\n  font-style: inherit;\n}\nsup,\nsub {\n  font-size: 0.72em;\n  line-height: 0;\n}\ncode,\n.monospace {\n  font-family: ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace;\n  font-size: 0.88em;\n}\n.italic {\n  font-style: italic;\n}\n.italic .italic,\ni i,\ni em,\nh3 i,\nh4 i {\n  font-style: normal;\n}\n.bold {\n  font-weight: 700;\n}\n.small-caps {\n  font-variant-caps: small-caps;\n}\n.capitals {\n  text-transform: uppercase;\n  letter-spacing: 0.04em;\n}\n.underline {\n  text-decoration: underline;\n}\n.strikethrough {\n  text-decoration: line-through;\n}\n.superscript {\n  vertical-align: super;\n  font-size: 0.72em;\n}\n.subscript {\n  vertical-align: sub;\n  font-size: 0.72em;\n}\n.spaced {\n  letter-spacing: 0.14em;\n}\nmain .center {\n  text-align: center;\n  text-indent: 0;\n}\nmain .right {\n  text-align: right;\n  text-indent: 0;\n}\nfigure {\n  margin: 1.6em 0;\n  text-align: center;\n}\nimg {\n  max-width: 100%;\n  height: auto;\n}\nfigcaption,\ncaption {\n  font-size: 0.88em;\n  font-style: italic;\n  padding: 0.5em 0;\n}\n.image [data-generated] {\n  display: inline-block;\n  padding: 0.3em 0.9em;\n  border: 1px solid var(--rule);\n  color: var(--quiet);\n  font-size: 0.85em;\n}\n\n/* Names: quiet, but there; the first mention on a page shows that the edition knows more. */\na.name {\n  color: inherit;\n}\n.name.first {\n  text-decoration: underline dotted;\n  text-decoration-thickness: 0.06em;\n  text-decoration-color: var(--quiet);\n  text-underline-offset: 0.17em;\n}\n.name[title]:hover {\n  background: var(--wash);\n}\n.unresolved[data-target] {\n  border-bottom: 1px dotted var(--rule);\n}\n\n/* Page numbers: among the words on small screens, in the margin elsewhere. */\n[role='doc-pagebreak'] {\n  color: var(--quiet);\n  font-size: 0.78em;\n  font-style: normal;\n  font-weight: 400;\n  font-variant: normal;\n  letter-spacing: 0;\n  white-space: nowrap;\n}\n:is(article, section, .section, blockquote, .speech, .stanza) > [role='doc-pagebreak'] {\n  display: block;\n  margin: 0.6em 0;\n}\n\n/* Notes. */\n[role='doc-noteref'] {\n  position: relative;\n  top: -0.38em;\n  padding: 0 0.08em;\n  font-size: 0.7em;\n  font-style: normal;\n  font-weight: 400;\n  font-variant: normal;\n  font-variant-numeric: lining-nums;\n  letter-spacing: 0;\n  line-height: 0;\n  text-decoration: none;\n}\n[role='doc-noteref']:hover {\n  text-decoration: underline;\n}\n.notes {\n  margin-top: 3em;\n  padding-top: 1.1em;\n  border-top: 1px solid var(--rule);\n  font-size: 0.84em;\n  line-height: 1.45;\n}\n.notes > h2 {\n  margin: 0 0 0.6em;\n  font-size: 1.05em;\n  font-style: italic;\n}\n.note {\n  margin: 0 0 0.55em;\n  padding-left: 2em;\n}\n.note > [role='doc-backlink'] {\n  display: inline-block;\n  min-width: 1.55em;\n  margin-left: -2em;\n  padding-right: 0.2em;\n  text-align: right;\n  text-decoration: none;\n  font-variant-numeric: lining-nums tabular-nums;\n}\n.note > [role='doc-backlink']:hover {\n  text-decoration: underline;\n}\n.note > [role='doc-backlink'] + :is(p, .p) {\n  display: inline;\n}\n.note:target,\n[role='doc-noteref']:target,\n[role='doc-pagebreak']:target {\n  background: var(--wash);\n  box-shadow: 0 0 0 0.25em var(--wash);\n}\n\n/* The work of writers and editors on the text. */\nins {\n  text-decoration: none;\n  background: var(--wash);\n  box-shadow: 0 0 0 0.12em var(--wash);\n}\ndel {\n  color: var(--quiet);\n}\n.supplied::before {\n  content: '[';\n  color: var(--quiet);\n}\n.supplied::after {\n  content: ']';\n  color: var(--quiet);\n}\n.unclear,\n.correction[title],\n.regularization[title],\n.expansion[title] {\n  text-decoration: underline dotted;\n  text-decoration-thickness: 0.06em;\n  text-decoration-color: var(--quiet);\n  text-underline-offset: 0.17em;\n}\n.gap {\n  color: var(--quiet);\n}\n\n/* Lists and tables. */\n.list {\n  margin: 0.9em 0;\n}\n.list .list {\n  margin: 0.2em 0;\n}\nmain .list > .subheading {\n  margin: 0 0 0.2em;\n}\n.list > ul,\n.list > ol {\n  margin: 0;\n  padding-left: 1.6em;\n}\n.list:not(.bulleted) > ul {\n  list-style: none;\n}\n.list > ul > li,\n.list > ol > li,\n.item {\n  padding: 0.1em 0;\n}\nli[data-n] {\n  list-style: none;\n}\nli[data-n]::before {\n  content: attr(data-n);\n  display: inline-block;\n  min-width: 1.3em;\n  margin: 0 0.3em 0 -1.6em;\n}\nli.stray {\n  list-style: none;\n}\n.list dl,\n.list ul,\n.list ol {\n  overflow-wrap: anywhere;\n}\n:is(.subject, .participants) {\n  margin: 1.1em 0;\n}\n:is(.subject, .participants) > .subheading {\n  font-size: 0.86em;\n  letter-spacing: 0.05em;\n}\n.list > dl {\n  display: grid;\n  grid-template-columns: fit-content(11em) minmax(0, 1fr);\n  gap: 0.25em 1.3em;\n  margin: 0;\n}\ndt {\n  grid-column: 1;\n}\ndd {\n  grid-column: 2;\n  margin: 0;\n}\n.table {\n  margin: 1.4em 0;\n  overflow-x: auto;\n}\ntable {\n  margin: 0 auto;\n  border-collapse: collapse;\n  border: solid var(--quiet);\n  border-width: 1px 0;\n  font-size: 0.92em;\n  line-height: 1.4;\n  font-variant-numeric: lining-nums tabular-nums;\n  hyphens: manual;\n}\ntd,\nth {\n  padding: 0.28em 0.8em;\n  text-align: left;\n  vertical-align: top;\n}\nth {\n  font-weight: 400;\n  font-style: italic;\n}\nth[scope='col'] {\n  border-bottom: 1px solid var(--rule);\n  vertical-align: bottom;\n}\n\n/* Verse and plays. */\n.stanza {\n  margin: 0.9em 0 0.9em 1.6em;\n}\n.line {\n  position: relative;\n  padding-left: 1.6em;\n  text-indent: -1.6em;\n  hyphens: manual;\n}\n.line[data-n]::after {\n  content: attr(data-n);\n  position: absolute;\n  right: 0;\n  text-indent: 0;\n  font-size: 0.75em;\n  color: var(--quiet);\n}\n.speech {\n  margin: 0.7em 0;\n}\nmain .speaker {\n  text-indent: 0;\n  font-size: 0.9em;\n  letter-spacing: 0.04em;\n}\n.stage {\n  font-style: italic;\n}\nmain p.stage {\n  margin: 0.5em 0;\n  text-indent: 0;\n}\n\n/* Foot of the page. */\n.colophon {\n  margin-top: 4em;\n  font-size: 0.85em;\n}\n.colophon section,\n.colophon .downloads {\n  margin-top: 1.8em;\n}\n.colophon h2 {\n  margin: 0 0 0.25em;\n  font-size: 1em;\n  font-style: italic;\n  color: var(--quiet);\n}\n.colophon p {\n  margin: 0;\n}\n.downloads ul {\n  display: flex;\n  flex-wrap: wrap;\n  gap: 0.1em 1.5em;\n  margin: 0;\n  padding: 0;\n  list-style: none;\n}\n.downloads a {\n  display: inline-block;\n  min-height: 1.7em;\n  min-width: 1.7em;\n}\n.colophon > .made {\n  margin-top: 2.2em;\n  padding-top: 0.7em;\n  border-top: 1px solid var(--rule);\n  color: var(--quiet);\n}\n.colophon > .made > span + span::before {\n  content: '·';\n  margin: 0 0.35em 0 0.1em;\n}\n\n/* Contents. */\n.index {\n  max-width: 44em;\n}\n.title-page {\n  margin: 3.5em 0 2.5em;\n}\n.title-page .series,\n.volume > header .series {\n  margin: 0 0 0.3em;\n  font-size: 1.1em;\n}\n.title-page h1 {\n  margin: 0 0 0.5em;\n  font-size: 1.9em;\n}\n.editors,\n.place-and-year,\n.counts {\n  margin: 0.15em 0;\n}\n.counts {\n  margin-top: 1em;\n  font-size: 0.85em;\n  color: var(--quiet);\n}\n.volumes {\n  margin: 1.2em 0 0;\n  padding: 0;\n  list-style: none;\n}\n.volumes li {\n  padding: 0.2em 0;\n}\n.index main {\n  hyphens: manual;\n}\n.index main p {\n  margin: 0.15em 0;\n  text-indent: 0;\n}\n.index section.volume {\n  margin-top: 4em;\n}\n.volume > header h2 {\n  margin: 0 0 0.3em;\n  font-size: 1.45em;\n}\n.contents-heading {\n  margin: 0 0 0.4em;\n  font-size: 1em;\n  font-style: italic;\n  color: var(--quiet);\n}\n.contents {\n  margin: 0;\n  padding: 0;\n  list-style: none;\n}\nsection.volume > .contents,\n.contents-heading + .contents {\n  border-top: 1px solid var(--rule);\n  padding-top: 0.5em;\n}\n.contents .contents {\n  margin-bottom: 1.1em;\n}\n.contents .section .section > .contents {\n  padding-left: 1.2em;\n}\n.entry {\n  display: grid;\n  grid-template-columns: minmax(0, 1fr) 10em 3.2em;\n  gap: 0 1em;\n  padding: 0.22em 0;\n  line-height: 1.4;\n}\n.entry > a {\n  grid-column: 1;\n  min-height: 1.4em;\n  text-decoration: none;\n}\n.entry > a:hover {\n  text-decoration: underline;\n}\n.entry > .number {\n  grid-column: 1;\n  grid-row: 1;\n  width: 2.4em;\n  text-align: right;\n  color: var(--quiet);\n  font-variant-numeric: lining-nums tabular-nums;\n}\n.entry > .number + a {\n  grid-row: 1;\n  margin-left: 3.2em;\n}\n.entry > .date {\n  grid-column: 2;\n  grid-row: 1;\n  font-size: 0.85em;\n  color: var(--quiet);\n  padding-top: 0.12em;\n}\n.entry > .page {\n  grid-column: 3;\n  grid-row: 1;\n  text-align: right;\n  color: var(--quiet);\n  font-variant-numeric: lining-nums tabular-nums;\n}\n.contents > .section > .entry > a {\n  color: var(--ink);\n}\n.contents > .section > .entry {\n  grid-template-columns: minmax(0, 1fr) 3.2em;\n}\n.contents > .section > .entry > .page {\n  grid-column: 2;\n}\n.contents > .section:has(.contents) > .entry {\n  margin-top: 1.4em;\n  font-style: italic;\n}\n.contents > .section:has(.contents) > .entry > .page {\n  font-style: normal;\n}\nsection.volume > .contents,\n.contents-heading + .contents {\n  margin-top: 0.8em;\n}\n\n/* Small screens. */\n@media (max-width: 40rem) {\n  .entry {\n    grid-template-columns: minmax(0, 1fr) 2.6em;\n  }\n  .entry > .date {\n    grid-column: 1;\n    grid-row: 2;\n    padding: 0;\n  }\n  .entry > .number ~ .date {\n    margin-left: 3.75em;\n  }\n  .entry > .page {\n    grid-column: 2;\n  }\n  .title-page {\n    margin-top: 1.5em;\n  }\n  blockquote,\n  .stanza {\n    margin-left: 1em;\n  }\n  .epigraph {\n    margin-left: 15%;\n  }\n}\n\n/* Screens with a margin: page numbers go there. */\n@media screen and (min-width: 52rem) {\n  body:not(.index) {\n    padding-left: var(--margin);\n    padding-right: var(--margin);\n  }\n  main > article [role='doc-pagebreak'] {\n    font-size: 0;\n  }\n  main > article [role='doc-pagebreak']::before {\n    content: '|';\n    font-size: 0.9rem;\n    color: var(--accent);\n  }\n  main > article [role='doc-pagebreak']::after {\n    content: attr(data-n);\n    position: absolute;\n    left: calc(-1 * var(--margin));\n    width: calc(var(--margin) - 1.5rem);\n    text-align: right;\n    text-indent: 0;\n    font-size: 0.8rem;\n    line-height: 1.9;\n    font-variant-numeric: lining-nums;\n    color: var(--quiet);\n  }\n  /* Between blocks: no mark among words, and no room taken. */\n  main :is(article, section, .section, blockquote, .speech, .stanza) > [role='doc-pagebreak'] {\n    display: inline;\n    position: absolute;\n    left: 0;\n    margin: 0;\n  }\n  main :is(article, section, .section, blockquote, .speech, .stanza) > [role='doc-pagebreak']::before {\n    content: none;\n  }\n  /* Empty pages: one number below the other. */\n  main :is(article, section, .section) > [role='doc-pagebreak'] + [role='doc-pagebreak']::after {\n    margin-top: 1.1rem;\n  }\n  main :is(article, section, .section) > [role='doc-pagebreak'] + [role='doc-pagebreak'] + [role='doc-pagebreak']::after {\n    margin-top: 2.2rem;\n  }\n}\n\n/* Wide screens: each note is next to its call, below the note before it (CSS Anchor Positioning); elsewhere notes stay at the end. */\n@media screen and (min-width: 76rem) {\n  @supports (anchor-name: --a) and (top: max(anchor(top), 1em)) {\n    body:not(.index) {\n      max-width: calc(var(--measure) + var(--gutter) + var(--notes));\n    }\n    body:not(.index) main,\n    body:not(.index) .colophon,\n    body:not(.index) .facts,\n    body:not(.index) .local,\n    body:not(.index) .masthead h1 {\n      max-width: var(--measure);\n    }\n    [role='doc-noteref'] {\n      anchor-name: var(--self);\n    }\n    .notes {\n      position: static;\n      margin: 0;\n      padding: 0;\n      border: 0;\n    }\n    .notes > h2 {\n      position: absolute;\n      width: 1px;\n      height: 1px;\n      overflow: hidden;\n      clip-path: inset(50%);\n    }\n    .note {\n      position: absolute;\n      left: calc(var(--measure) + var(--gutter));\n      top: max(anchor(var(--call) top), calc(anchor(var(--above) bottom, -1em) + 0.7em));\n      width: var(--notes);\n      box-sizing: border-box;\n      margin: 0;\n      anchor-name: var(--self);\n      font-size: 0.94em;\n      hyphens: auto;\n    }\n  }\n}\n\n/* Print. */\n@media print {\n  :root {\n    color-scheme: light;\n    --paper: #fff;\n    --ink: #000;\n    --quiet: #444;\n    --accent: #000;\n  }\n  @page {\n    margin: 2.2cm 2.4cm;\n  }\n  html {\n    font-size: 10.5pt;\n    line-height: 1.42;\n  }\n  body {\n    padding: 0;\n    max-width: none;\n  }\n  .steps,\n  .local,\n  .skip,\n  .downloads {\n    display: none;\n  }\n  a,\n  .name.first {\n    text-decoration: none;\n  }\n  h1,\n  h2,\n  h3,\n  h4,\n  .subheading,\n  .speaker {\n    break-after: avoid;\n  }\n  .note,\n  tr,\n  figure {\n    break-inside: avoid;\n  }\n  main p {\n    orphans: 2;\n    widows: 2;\n  }\n}\n"
};
