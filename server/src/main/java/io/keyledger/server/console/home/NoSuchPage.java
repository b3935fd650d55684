package io.keyledger.server.console.home;

import io.keyledger.server.console.access.Absent;
import io.keyledger.server.console.access.ConsolePath;
import io.keyledger.server.node.OnCommandNode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Everything below the console that is no page of it. */
@Controller
@OnCommandNode
class NoSuchPage {

    @RequestMapping(ConsolePath.ROOT + "/**")
    ModelAndView absent() {
        throw Absent.page();
    }
}
