package io.keyledger.server.page;

import io.keyledger.query.oauth.AccountDirectory;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.session.SessionSecrets;
import io.keyledger.server.session.SignInSessions;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.ITemplateEngine;

/** The pages for people, on nodes that handle commands. */
@Configuration(proxyBeanMethods = false)
@OnCommandNode
class PageConfiguration {

    @Bean
    Stylesheet stylesheet() {
        return new Stylesheet();
    }

    @Bean
    BrowserSessions browserSessions(
            SessionSecrets secrets, SignInSessions sessions, AccountDirectory accounts) {
        return new BrowserSessions(secrets, sessions, accounts);
    }

    @Bean
    PageEndpoints pageEndpoints(
            List<ReadPage> readable,
            List<FormPage> forms,
            BrowserSessions sessions,
            ITemplateEngine engine,
            Stylesheet stylesheet) {
        return new PageEndpoints(readable, forms, sessions, new Pages(engine, stylesheet));
    }
}
