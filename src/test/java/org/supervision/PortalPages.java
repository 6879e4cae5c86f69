package org.supervision;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.supervision.identity.Accounts;
import org.supervision.identity.Accounts.Account;

/** Opens pages of the portal as a signed-in person, through all of the security chain. */
@TestComponent
public class PortalPages {

    private final WebApplicationContext context;
    private final Accounts accounts;

    PortalPages(WebApplicationContext context, Accounts accounts) {
        this.context = context;
        this.accounts = accounts;
    }

    public int status(String username, String path, Object... variables) {
        return perform(username, MockMvcRequestBuilders.get(path, variables)).getStatus();
    }

    public MockHttpServletResponse response(String username, String path, Object... variables) {
        return perform(username, MockMvcRequestBuilders.get(path, variables));
    }

    public Document get(String username, String path, Object... variables) {
        return document(perform(username, MockMvcRequestBuilders.get(path, variables)));
    }

    /** Sends a form with the token of the page; the answer may be a redirect. */
    public MockHttpServletResponse post(String username, String path, Map<String, String> fields, Object... variables) {
        MockHttpServletRequestBuilder request =
                MockMvcRequestBuilders.post(path, variables).with(csrf());
        fields.forEach(request::param);
        return perform(username, request);
    }

    /** Sends a form with a file; the answer may be a redirect. */
    public MockHttpServletResponse upload(String username, String path, MockMultipartFile file) {
        return perform(
                username, MockMvcRequestBuilders.multipart(path).file(file).with(csrf()));
    }

    public MockHttpServletResponse upload(
            String username, String path, MockMultipartFile file, Map<String, String> fields) {
        MockMultipartHttpServletRequestBuilder request =
                MockMvcRequestBuilders.multipart(path).file(file);
        fields.forEach(request::param);
        return perform(username, request.with(csrf()));
    }

    public static Document document(MockHttpServletResponse response) {
        return Jsoup.parse(new String(response.getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private MockHttpServletResponse perform(String username, MockHttpServletRequestBuilder request) {
        Account account =
                accounts.find(username).orElseThrow(() -> new NoSuchElementException("No account " + username));
        MockMvc browser = MockMvcBuilders.webAppContextSetup(context)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build();
        try {
            return browser.perform(request.with(authentication(UsernamePasswordAuthenticationToken.authenticated(
                            username, null, AuthorityUtils.createAuthorityList(List.copyOf(account.groupPaths()))))))
                    .andReturn()
                    .getResponse();
        } catch (Exception e) {
            throw new AssertionError("The page failed", e);
        }
    }
}
